/**
 * Stand-ins for the runtime, which this module must not know: the same names, the least behaviour.
 *
 * <p>A test of the examples compiles generated code against the real ones.
 */
package io.tidings.sse.hub;
