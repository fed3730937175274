package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that the processor wrote, so that coverage tools leave it out.
 *
 * <p>It is kept in class files, unlike {@code javax.annotation.processing.Generated}, and asks no
 * further module of a modular project. Nobody needs to write it by hand.
 *
 * <pre>{@code
 * @SseGenerated("io.tidings.sse.processor.SseProcessor")
 * public final class MarketsPublisher implements Markets { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SseGenerated {

  /**
   * Who wrote the class.
   *
   * @return the name of the processor
   */
  String value();
}
