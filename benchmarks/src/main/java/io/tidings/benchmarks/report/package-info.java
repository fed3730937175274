/** Results as lines for machines, tables for people and charts for the docs. */
@NullMarked
package io.tidings.benchmarks.report;

import org.jspecify.annotations.NullMarked;
