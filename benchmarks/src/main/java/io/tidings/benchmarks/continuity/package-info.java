/** What readers lose when they, or the server, come and go. */
@NullMarked
package io.tidings.benchmarks.continuity;

import org.jspecify.annotations.NullMarked;
