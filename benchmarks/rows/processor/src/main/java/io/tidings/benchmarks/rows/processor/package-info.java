/** Many annotated interfaces, compiled with the annotation processor and without. */
@NullMarked
package io.tidings.benchmarks.rows.processor;

import org.jspecify.annotations.NullMarked;
