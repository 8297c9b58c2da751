package io.thaw.network;

/** What training does to the running statistics of batch normalisation. */
public enum BatchNormRule {
  /** Those of frozen layers are kept, those of trainable layers adapt. */
  FOLLOW_LAYER,
  /** All are kept, and all layers normalise with them. */
  KEEP_STATISTICS,
  /** All adapt to the new pictures, those of frozen layers too; their scale and shift stay. */
  ADAPT_STATISTICS
}
