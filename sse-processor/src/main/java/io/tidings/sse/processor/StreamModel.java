package io.tidings.sse.processor;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Everything that is known of one stream; whoever writes a document of it needs nothing else.
 *
 * @param variables those of the stream path, in its order
 * @param settings those of the stream itself
 * @param annotations what the generated resource carries: security and name bindings
 * @param lints the warnings that generated classes have to silence
 */
record StreamModel(
    TypeElement origin,
    Names names,
    Template path,
    List<VariableModel> variables,
    List<TopicModel> topics,
    List<SettingModel> settings,
    List<TypeMirror> guards,
    List<AnnotationMirror> annotations,
    List<String> lints,
    Documentation documentation) {

  List<EventModel> events() {
    return topics.stream().flatMap(topic -> topic.events().stream()).toList();
  }
}
