/** Charts of a run, drawn by hand to the pixels they have. */
package io.thaw.ui.training.chart;
