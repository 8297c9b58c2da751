/**
 * Fine-tuning the way a program on DJL does it: the whole network in every epoch. It is what Thaw
 * is measured beside, and no run uses it.
 */
package io.thaw.tuning.plain;
