/** The {@code sse} command: what people use curl for, done right. */
@NullMarked
package io.tidings.sse.client.cli;

import org.jspecify.annotations.NullMarked;
