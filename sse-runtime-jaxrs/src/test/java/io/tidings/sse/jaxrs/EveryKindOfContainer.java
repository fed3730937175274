package io.tidings.sse.jaxrs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs every test of a class by one way out of each container: what it tests is the same by all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass
@EnumSource(
    value = WayOut.class,
    names = {"GRIZZLY_CONNECTION", "JETTY_HANDED_OVER", "TOMCAT_SERVLET", "UNDERTOW_SERVLET"})
@interface EveryKindOfContainer {}
