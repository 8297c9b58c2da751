/** The training step and tab: form, run, charts. */
package io.thaw.ui.training;
