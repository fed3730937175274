package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Allows or refuses a subscription before anything is sent to it.
 *
 * <p>The guard sees the principal, the topic, its variables and the request's headers. On the
 * interface it is asked for every topic, on a method for the topics of its template. A reader that
 * asks for several topics needs the consent of every guard.
 *
 * <pre>{@code
 * @SseStream("/tenants/{tenant}/orders")
 * @Guard(MembersOnly.class)
 * public interface Orders { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Guard {

  /**
   * The class that decides.
   *
   * @return a class that implements {@code io.tidings.sse.hub.SubscriptionGuard}, with a
   *     constructor without parameters that the package of the stream can call
   */
  Class<?> value();
}
