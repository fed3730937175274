package io.tidings.examples.guide.annotations;

import java.util.List;

/** Which gates are taken, by their names. */
public record Gates(List<String> taken) {}
