/** Single steps of an event's way from the publisher to the transport. */
@NullMarked
package io.tidings.benchmarks.rows.micro;

import org.jspecify.annotations.NullMarked;
