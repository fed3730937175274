/** Logs of frames, and cursors into them. Knows neither clocks nor threads. */
@NullMarked
package io.tidings.sse.log;

import org.jspecify.annotations.NullMarked;
