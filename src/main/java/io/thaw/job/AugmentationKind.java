package io.thaw.job;

/** Random changes to the training pictures. */
public enum AugmentationKind {
  /** Pictures as they are. */
  NONE,
  /** Random horizontal flips and small shifts; only while every layer learns. */
  FLIP_AND_SHIFT
}
