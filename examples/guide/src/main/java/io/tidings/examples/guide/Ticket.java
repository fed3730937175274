package io.tidings.examples.guide;

/** What a customer asked for, and whose work it is. */
public record Ticket(String clerk, String text) {}
