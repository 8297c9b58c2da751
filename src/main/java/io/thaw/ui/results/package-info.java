/** The result of a run: accuracy, what is taken for what, export. */
package io.thaw.ui.results;
