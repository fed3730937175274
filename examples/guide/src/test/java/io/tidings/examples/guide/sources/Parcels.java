package io.tidings.examples.guide.sources;

/**
 * Parcels on a belt.
 *
 * @param count how many
 */
public record Parcels(int count) {}
