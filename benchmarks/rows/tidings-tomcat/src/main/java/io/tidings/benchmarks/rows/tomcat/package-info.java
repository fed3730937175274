/** Our stream on Tomcat, by the way out that is chosen there. */
@NullMarked
package io.tidings.benchmarks.rows.tomcat;

import org.jspecify.annotations.NullMarked;
