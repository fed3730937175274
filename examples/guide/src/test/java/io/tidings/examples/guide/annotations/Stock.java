package io.tidings.examples.guide.annotations;

/** What lies on a shelf. */
public record Stock(String article, int pieces) {}
