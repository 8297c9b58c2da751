/** The main window and the one place that wires it. */
package io.thaw.ui.app;
