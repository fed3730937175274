/** Single steps of an event's way, measured by JMH. */
@NullMarked
package io.tidings.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
