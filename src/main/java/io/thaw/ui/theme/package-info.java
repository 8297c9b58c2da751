/** The two looks of the window. */
package io.thaw.ui.theme;
