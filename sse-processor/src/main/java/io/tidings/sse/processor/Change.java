package io.tidings.sse.processor;

import java.util.List;

/**
 * One difference between two documents of a stream.
 *
 * @param topic the template of the topic; empty when the whole stream has changed
 * @param eventType empty when the whole topic has changed
 */
record Change(Diagnostic diagnostic, String topic, String eventType, List<Object> list) {

  static Change of(Diagnostic diagnostic, String topic, String eventType, Object... facts) {
    return new Change(diagnostic, topic, eventType, List.of(facts));
  }

  Object[] facts() {
    return list.toArray();
  }
}
