/** A stream whose payloads the application is asked for. */
@NullMarked
package io.tidings.examples.guide.sources;

import org.jspecify.annotations.NullMarked;
