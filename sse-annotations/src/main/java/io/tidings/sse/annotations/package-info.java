/**
 * What a developer writes on an interface, so that both ends of an event stream are generated.
 *
 * <pre>{@code
 * @SseStream("/markets")
 * @Heartbeat("15s")
 * @Replay(events = 1_000, age = "10m")
 * public interface Markets {
 *
 *   @Topic("prices/{symbol}")
 *   void price(String symbol, Price price);
 * }
 * }</pre>
 *
 * <p><b>Durations</b> are texts such as {@code 500ms}, {@code 15s}, {@code 10m}, {@code 1h} or the
 * ISO form {@code PT15S}. <b>Sizes</b> are texts such as {@code 512B}, {@code 64KB} or {@code 1MB};
 * a KB has 1024 bytes. Both are checked when the interface is compiled.
 *
 * <p>An annotation that may stand on the interface and on a method is merged member by member: what
 * the method says wins, then what the interface says, then the default. Methods that share a
 * template share a topic, so settings of a topic that stand on several of them must agree.
 */
@NullMarked
package io.tidings.sse.annotations;

import org.jspecify.annotations.NullMarked;
