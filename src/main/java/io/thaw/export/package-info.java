/** Writers of trained models, one per format. */
package io.thaw.export;
