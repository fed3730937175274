/** A job that tells how far it is, and that it is done. */
@NullMarked
package io.tidings.examples.job;

import org.jspecify.annotations.NullMarked;
