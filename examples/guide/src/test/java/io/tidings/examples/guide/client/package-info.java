/** A stream with every kind of payload and variable, from its publisher to its generated client. */
@NullMarked
package io.tidings.examples.guide.client;

import org.jspecify.annotations.NullMarked;
