package io.tidings.examples.guide.client;

/**
 * A parcel.
 *
 * @param number its number
 * @param addressee whom it is for
 */
public record Parcel(long number, String addressee) {}
