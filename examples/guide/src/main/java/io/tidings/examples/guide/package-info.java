/** The code that the README and the user guide show. */
@NullMarked
package io.tidings.examples.guide;

import org.jspecify.annotations.NullMarked;
