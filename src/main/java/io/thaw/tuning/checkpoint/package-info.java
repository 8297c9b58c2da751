/**
 * What a training run goes on from after it was interrupted: {@code step-NNNNNNNNNNNN.checkpoint},
 * one file for each moment that was kept, the two newest of them. A file is there whole or not at
 * all, needs no other file, and carries a digest over all of itself.
 */
package io.thaw.tuning.checkpoint;
