/** What others notice of user code that blocks. */
@NullMarked
package io.tidings.benchmarks.blocker;

import org.jspecify.annotations.NullMarked;
