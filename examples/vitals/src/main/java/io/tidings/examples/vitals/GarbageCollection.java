package io.tidings.examples.vitals;

/**
 * One run of a garbage collector.
 *
 * @param at when it began, in milliseconds of the epoch
 * @param collector which one, such as {@code G1 Young Generation}
 * @param cause why it ran, such as {@code G1 Evacuation Pause}
 * @param millis how long it took
 * @param before bytes of the heap in use before
 * @param after bytes of the heap in use after
 */
public record GarbageCollection(
    long at, String collector, String cause, long millis, long before, long after) {}
