package io.tidings.sse.processor;

import java.util.List;

/**
 * A stream as its clients see it.
 *
 * @param variables those of the stream path, in its order
 * @param schemas the named types of the payloads, by name
 */
record ContractModel(
    StreamModel stream,
    List<ContractVariable> variables,
    List<TopicContract> topics,
    List<NamedSchema> schemas) {

  /**
   * One topic.
   *
   * @param variables in the order of its template
   * @param messages one for each event type, in the order of the interface
   */
  record TopicContract(
      TopicModel topic, List<ContractVariable> variables, List<Message> messages) {}

  /** One event type and what its data is. */
  record Message(String eventType, Content content, JsonType payload, Documentation text) {}

  /** How the data of an event is to be read. */
  enum Content {
    JSON,
    TEXT,
    BASE64
  }
}
