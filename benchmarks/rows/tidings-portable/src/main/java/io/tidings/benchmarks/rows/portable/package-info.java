/**
 * Our stream through the sink of the Jakarta REST specification, which works in every container.
 */
@NullMarked
package io.tidings.benchmarks.rows.portable;

import org.jspecify.annotations.NullMarked;
