/** What several modules need in their tests: programs of the machine, a browser, another JVM. */
@NullMarked
package io.tidings.sse.testing;

import org.jspecify.annotations.NullMarked;
