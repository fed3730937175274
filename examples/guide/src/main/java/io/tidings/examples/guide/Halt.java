package io.tidings.examples.guide;

/**
 * Why trading stopped.
 *
 * @param reason a sentence for people
 */
public record Halt(String reason) {}
