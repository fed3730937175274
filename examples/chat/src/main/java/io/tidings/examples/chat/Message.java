package io.tidings.examples.chat;

/**
 * What somebody has said.
 *
 * @param name how they call themselves
 * @param text what they say
 */
public record Message(String name, String text) {}
