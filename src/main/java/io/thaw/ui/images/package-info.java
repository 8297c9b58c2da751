/** The second step of the rail: the folder of pictures to learn from. */
package io.thaw.ui.images;
