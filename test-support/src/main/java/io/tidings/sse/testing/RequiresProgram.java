package io.tidings.sse.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that drives programs of this machine, such as {@code chromium} or {@code nginx}.
 *
 * <p>Where one is missing the test is skipped and says how to install it; with the environment
 * variable {@code TIDINGS_REQUIRE_PROGRAMS=true} it fails instead, so that CI cannot skip silently.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProgramCondition.class)
public @interface RequiresProgram {

  /** The names of the programs, as typed in a shell. */
  String[] value();
}
