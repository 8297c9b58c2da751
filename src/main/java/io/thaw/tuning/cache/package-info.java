/**
 * What frozen prefixes yield, kept on disk for all runs of all projects.
 *
 * <p>{@code v1/KEY/} holds the records of one {@link io.thaw.tuning.cache.FeatureKey}: {@code
 * set.json} for people and segments {@code UUID.seg}, each written by one run and never changed
 * again. A segment grows as {@code .PID-START-UUID.tmp} and takes its name when it is complete, so
 * nothing needs a lock between processes. The use a run makes of a segment is its file's time of
 * last change; those used longest ago go first when room is needed, those used since the run opened
 * the cache never.
 *
 * <p>Nothing here fails a run: what cannot be read is not there, what cannot be written is not
 * kept, and the user is told once.
 */
package io.thaw.tuning.cache;
