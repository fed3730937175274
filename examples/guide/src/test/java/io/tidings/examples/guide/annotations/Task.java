package io.tidings.examples.guide.annotations;

/** What somebody has to do. */
public record Task(String owner, String text) {}
