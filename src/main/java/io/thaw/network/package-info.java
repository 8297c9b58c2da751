/**
 * The network as a graph, without any engine: reading and writing MXNet symbol files, layers and
 * their groups, shapes, costs, what is frozen, and how freezing splits a network into a prefix that
 * never changes and a tail that is trained.
 */
package io.thaw.network;
