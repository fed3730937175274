package io.tidings.sse.processor;

import io.tidings.sse.annotations.Topic;
import io.tidings.sse.processor.Members.Member;
import io.tidings.sse.processor.VariableModel.Parse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the variables of a method from its payload. */
final class ParameterReader {
  private final Environment environment;
  private final Findings findings;
  private final Template streamPath;
  private final VariableReader variables;

  ParameterReader(Environment environment, Findings findings, Template streamPath) {
    this.environment = environment;
    this.findings = findings;
    this.streamPath = streamPath;
    this.variables = new VariableReader(environment.types());
  }

  /**
   * What the parameters of a method are.
   *
   * @param variables those of the stream path, then those of the topic
   */
  record Read(List<ParameterModel> parameters, int payloadIndex, List<VariableModel> variables) {}

  Optional<Read> read(Member member, Template topic) {
    List<ParameterModel> parameters = member.parameters();
    List<String> names = parameters.stream().map(ParameterModel::name).toList();
    List<String> wanted =
        Stream.concat(streamPath.variables().stream(), topic.variables().stream()).toList();
    List<String> missing = wanted.stream().filter(name -> !names.contains(name)).toList();
    List<String> others = names.stream().filter(name -> !wanted.contains(name)).toList();
    checkTwice(member, topic);
    if (!missing.isEmpty() && namesAreLost(member, names)) {
      findings.report(
          Diagnostic.PARAMETER_NAMES_LOST,
          Anchor.of(member.method()),
          member.method(),
          member.method().getEnclosingElement());
      return Optional.empty();
    }
    missing.forEach(name -> reportMissing(member, name, others));
    checkPayload(member, others, missing.size());
    if (!missing.isEmpty() || others.size() != 1) {
      return Optional.empty();
    }
    checkOrder(member, names);
    return Optional.of(
        new Read(parameters, names.indexOf(others.get(0)), typed(member, parameters, wanted)));
  }

  private void checkTwice(Member member, Template topic) {
    Annotated.find(member.method(), Topic.class)
        .ifPresent(
            annotation ->
                topic.variables().stream()
                    .filter(streamPath.variables()::contains)
                    .forEach(
                        name ->
                            findings.report(
                                Diagnostic.VARIABLE_TWICE, annotation.anchor("value"), name)));
  }

  private boolean namesAreLost(Member member, List<String> names) {
    return !environment.inSource(member.method())
        && names.stream().allMatch(name -> name.matches("arg\\d+"));
  }

  private void reportMissing(Member member, String variable, List<String> others) {
    String hint = Spelling.hint(variable, others);
    findings.report(
        Diagnostic.VARIABLE_WITHOUT_PARAMETER,
        Anchor.of(member.method()),
        variable,
        member.method(),
        hint.isEmpty() ? " Add the parameter, or remove the variable." : hint);
  }

  private void checkPayload(Member member, List<String> others, int missing) {
    if (others.isEmpty()) {
      Anchor anchor = Anchor.of(member.method());
      findings.report(Diagnostic.PAYLOAD_MISSING, anchor, member.method());
    }
    // A parameter too many beside a variable too few is one mistake, and has been reported.
    if (others.size() > 1 && missing < others.size() - 1) {
      String second = others.get(1);
      List<String> names = member.parameters().stream().map(ParameterModel::name).toList();
      findings.report(
          Diagnostic.PAYLOAD_TWICE,
          Anchor.of(member.method().getParameters().get(names.indexOf(second))),
          "`" + others.get(0) + "`",
          "`" + second + "`",
          " Write {" + second + "} in the template, or carry both in one record.");
    }
  }

  private void checkOrder(Member member, List<String> names) {
    List<String> first = streamPath.variables();
    if (!names.subList(0, first.size()).equals(first)) {
      findings.report(
          Diagnostic.STREAM_VARIABLES_FIRST,
          Anchor.of(member.method()),
          member.method(),
          String.join(", ", first));
    }
  }

  private List<VariableModel> typed(
      Member member, List<ParameterModel> parameters, List<String> wanted) {
    List<VariableModel> typed = new ArrayList<>();
    for (String name : wanted) {
      int index = parameters.stream().map(ParameterModel::name).toList().indexOf(name);
      ParameterModel parameter = parameters.get(index);
      Optional<Parse> parse = variables.parse(parameter.type());
      if (parse.isEmpty() && !PayloadReader.isUnresolved(parameter.type())) {
        findings.report(
            Diagnostic.VARIABLE_TYPE,
            Anchor.of(member.method().getParameters().get(index)),
            parameter.type(),
            name);
      }
      parse.ifPresent(how -> typed.add(new VariableModel(name, parameter.type(), how)));
    }
    return typed;
  }
}
