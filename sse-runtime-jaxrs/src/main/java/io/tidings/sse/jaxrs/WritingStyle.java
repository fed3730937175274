package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.PayloadCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a codec writes a few things that codecs write differently; equal when it writes them alike.
 */
record WritingStyle(List<String> samples) {

  // The JDK's own bean with names of two words, an absent value, a number and a flag.
  private static final StackTraceElement BEAN = new StackTraceElement("a", "b", "c", 1);

  private static final List<Object> SAMPLES =
      List.of(BEAN, Map.of("at", Instant.EPOCH), Optional.empty(), List.of(Thread.State.NEW), 1.50);

  static WritingStyle of(PayloadCodec codec) {
    return new WritingStyle(SAMPLES.stream().map(sample -> written(codec, sample)).toList());
  }

  private static String written(PayloadCodec codec, Object sample) {
    try {
      return new String(codec.encode(sample, sample.getClass()), StandardCharsets.UTF_8);
    } catch (Exception e) {
      return e.getClass().getName(); // some cannot write some of them: that tells them apart, too
    }
  }
}
