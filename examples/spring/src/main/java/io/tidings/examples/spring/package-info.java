/** A stream in a Spring Boot application. */
package io.tidings.examples.spring;
