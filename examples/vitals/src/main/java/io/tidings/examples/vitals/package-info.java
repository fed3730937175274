/** The vital signs of this machine, live in a browser. */
@NullMarked
package io.tidings.examples.vitals;

import org.jspecify.annotations.NullMarked;
