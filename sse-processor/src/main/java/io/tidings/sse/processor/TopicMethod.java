package io.tidings.sse.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** A method that has been read, with what it says of its topic. */
record TopicMethod(
    EventModel event, Template template, List<VariableModel> variables, Annotated topic) {

  ExecutableElement element() {
    return event.origin();
  }

  /** The name that the method gives to its topic. */
  Optional<String> explicitName() {
    return topic.get("name", String.class).filter(name -> !name.isEmpty());
  }

  /** Points at what the method says of its template. */
  Anchor templateAnchor() {
    return topic.anchor(topic.has("value") ? "value" : "template");
  }

  /** Points at the name of the topic, or at the template that the name comes from. */
  Anchor nameAnchor() {
    return topic.has("name") ? topic.anchor("name") : templateAnchor();
  }

  /** Points at what the method says of its event type, or at the method. */
  Anchor eventAnchor() {
    return topic.has("event") ? topic.anchor("event") : Anchor.of(element());
  }
}
