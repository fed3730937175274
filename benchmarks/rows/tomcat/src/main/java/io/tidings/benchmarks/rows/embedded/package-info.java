/** Tomcat, embedded. */
@NullMarked
package io.tidings.benchmarks.rows.embedded;

import org.jspecify.annotations.NullMarked;
