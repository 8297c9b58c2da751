/** Arrays in, numbers out: how good a classifier is, and what values are like. */
package io.thaw.evaluation;
