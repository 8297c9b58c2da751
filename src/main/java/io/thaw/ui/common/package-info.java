/** What several screens are built from. */
package io.thaw.ui.common;
