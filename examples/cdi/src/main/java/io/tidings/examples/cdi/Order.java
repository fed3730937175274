package io.tidings.examples.cdi;

/** An order of so many pieces of one article. */
public record Order(String article, int pieces) {}
