/** What the network will see of a picture, before a run is started. */
package io.thaw.ui.preview;
