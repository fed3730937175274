/** The little JSON that is read and written without a library. */
@NullMarked
package io.tidings.sse.client.json;

import org.jspecify.annotations.NullMarked;
