/** Spring WebFlux on Reactor Netty. */
@NullMarked
package io.tidings.benchmarks.rows.webflux;

import org.jspecify.annotations.NullMarked;
