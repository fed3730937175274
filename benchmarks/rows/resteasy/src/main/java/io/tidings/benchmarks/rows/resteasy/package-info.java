/** RESTEasy: SseBroadcaster on Undertow. */
@NullMarked
package io.tidings.benchmarks.rows.resteasy;

import org.jspecify.annotations.NullMarked;
