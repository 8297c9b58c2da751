/** The first step of the rail: which pre-trained network to start from. */
package io.thaw.ui.models;
