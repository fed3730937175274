/** Our own stream and hub, in whichever container a row puts them. */
@NullMarked
package io.tidings.benchmarks.rows.tidings;

import org.jspecify.annotations.NullMarked;
