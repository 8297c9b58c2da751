package io.thaw.tuning.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What decides a run's result, so that a run goes on with nothing else than it began with.
 *
 * @param job the settings that count, as in {@code job.json}
 * @param model digest of the network, its first parameters and what it expects of a picture
 * @param pictures digest of the pictures' names, sizes and classes on both sides of the split
 * @param samples digest of the classes of the pictures that could be read, in order
 */
public record Fingerprint(JsonNode job, String model, String pictures, String samples) {}
