/** A stream in an application that CDI puts together. */
package io.tidings.examples.cdi;
