package io.tidings.examples.job;

/**
 * How far a job is.
 *
 * @param percent from 0 to 100
 * @param doing what it does now
 */
public record Progress(int percent, String doing) {}
