/** Arrays in, numbers out: how good a classifier is. */
package io.thaw.evaluation;
