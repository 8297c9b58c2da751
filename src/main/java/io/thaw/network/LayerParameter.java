package io.thaw.network;

/**
 * An array that belongs to a layer.
 *
 * @param name the variable's name in the network and in the parameter file
 * @param role what it does, from its place among the operator's inputs
 */
public record LayerParameter(String name, ParameterRole role) {}
