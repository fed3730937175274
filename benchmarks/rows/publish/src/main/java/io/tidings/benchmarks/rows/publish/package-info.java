/** Publishing without connections. */
@NullMarked
package io.tidings.benchmarks.rows.publish;

import org.jspecify.annotations.NullMarked;
