/** What a measured server runs in: the commands it obeys, its publisher and its own figures. */
@NullMarked
package io.tidings.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
