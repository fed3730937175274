package io.tidings.sse.processor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * One method of the interface: an event and how it is published.
 *
 * @param parameters as declared, the payload among them
 * @param payloadIndex which of the parameters is the payload
 * @param conflate the interval within which only the newest counts
 * @param filter the class that decides per subscription
 */
record EventModel(
    ExecutableElement origin,
    List<ParameterModel> parameters,
    int payloadIndex,
    PayloadModel payload,
    Optional<Duration> conflate,
    Optional<SourceModel> source,
    Optional<TypeMirror> filter,
    Documentation documentation) {

  String method() {
    return origin.getSimpleName().toString();
  }

  ParameterModel payloadParameter() {
    return parameters.get(payloadIndex);
  }

  /** The parameters that are variables. */
  List<ParameterModel> variables() {
    return parameters.stream().filter(one -> !one.equals(payloadParameter())).toList();
  }
}
