/** One example of each annotation, as the page about them shows it. */
@NullMarked
package io.tidings.examples.guide.annotations;

import org.jspecify.annotations.NullMarked;
