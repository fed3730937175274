package io.tidings.examples.vitals;

/**
 * The process whose vital signs these are.
 *
 * @param at when it introduced itself, in milliseconds of the epoch
 * @param jvm the Java virtual machine and its version
 * @param system the operating system
 * @param processors how many processors it may use
 * @param pid the number by which the system knows it
 */
public record Machine(long at, String jvm, String system, int processors, long pid) {}
