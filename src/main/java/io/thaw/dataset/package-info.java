/** Pictures on disk: scanning a folder, splitting it, decoding, resizing and varying pictures. */
package io.thaw.dataset;
