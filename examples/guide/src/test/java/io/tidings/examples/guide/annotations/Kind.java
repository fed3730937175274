package io.tidings.examples.guide.annotations;

/** What a robot can do. */
public enum Kind {
  LIFTS,
  CARRIES
}
