/** Chat rooms that show who is there. */
@NullMarked
package io.tidings.examples.chat;

import org.jspecify.annotations.NullMarked;
