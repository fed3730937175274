/** Every customer sees the own orders move. */
@NullMarked
package io.tidings.examples.orders;

import org.jspecify.annotations.NullMarked;
