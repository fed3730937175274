/** The page that shows a hub at work; itself fed by a stream of the hub. */
@NullMarked
package io.tidings.sse.jaxrs.console;

import org.jspecify.annotations.NullMarked;
