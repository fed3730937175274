package io.tidings.examples.vitals;

/**
 * The threads of this process.
 *
 * @param at when they were counted, in milliseconds of the epoch
 * @param live all that have started and not ended
 * @param daemon those of them that do not keep the process alive
 * @param peak the most that lived at one time
 * @param runnable those that run, or could
 * @param waiting those that wait for something to do
 * @param blocked those that wait for a monitor that another thread holds
 */
public record Threads(
    long at, int live, int daemon, int peak, int runnable, int waiting, int blocked) {}
