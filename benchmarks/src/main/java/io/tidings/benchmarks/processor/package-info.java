/** What the annotation processor adds to the time of a build. */
@NullMarked
package io.tidings.benchmarks.processor;

import org.jspecify.annotations.NullMarked;
