/** How fast bytes become events. */
@NullMarked
package io.tidings.benchmarks.parser;

import org.jspecify.annotations.NullMarked;
