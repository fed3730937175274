package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A source gives the current state to a reader that comes without a usable cursor.
 *
 * <p>The processor generates an interface {@code MarketsSources} with one typed method per source;
 * the application implements it and gives it to the hub. A reader with a usable cursor gets what it
 * missed instead. One event type of a topic can be its snapshot.
 *
 * <pre>{@code
 * @Topic("orders/{id}")
 * @Snapshot
 * void order(long id, Order order);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Snapshot {}
