package io.tidings.sse.processor;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeMirror;

/**
 * One template of a stream, with every event that goes to it.
 *
 * @param variables in the order of the template, without those of the stream path
 * @param settings what was said on the methods, over what was said on the interface
 * @param security annotations that the generated resource methods carry
 */
record TopicModel(
    String name,
    Template template,
    List<VariableModel> variables,
    List<EventModel> events,
    List<SettingModel> settings,
    List<TypeMirror> guards,
    List<AnnotationMirror> security) {

  /** Whether the application is asked for an event again and again, which can fail. */
  boolean isPolled() {
    return events.stream().anyMatch(event -> event.source().flatMap(SourceModel::poll).isPresent());
  }
}
