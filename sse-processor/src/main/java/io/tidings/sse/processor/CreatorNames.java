package io.tidings.sse.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Checks names that stand on the parameters of constructors: only some codecs write them, too. */
final class CreatorNames {
  private final TypeElement owner;
  private final JsonFindings findings;

  CreatorNames(TypeElement owner, JsonFindings findings) {
    this.owner = owner;
    this.findings = findings;
  }

  void check(List<Field> fields) {
    if (owner.getKind() == ElementKind.RECORD) {
      return;
    }
    Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
    owner.getEnclosedElements().stream()
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .filter(CreatorNames::isCreator)
        .flatMap(creator -> creator.getParameters().stream())
        .forEach(parameter -> check(parameter, names));
  }

  private static boolean isCreator(ExecutableElement member) {
    return member.getKind() == ElementKind.CONSTRUCTOR
        || JsonAnnotations.of(List.of(member)).jackson("JsonCreator").isPresent();
  }

  private void check(VariableElement parameter, Set<String> names) {
    Optional<String> written =
        JsonAnnotations.of(List.of(parameter))
            .jackson("JsonProperty")
            .flatMap(one -> one.get("value", String.class));
    String plain = parameter.getSimpleName().toString();
    if (written.isPresent() && !names.contains(written.get()) && names.contains(plain)) {
      findings.name(
          owner,
          "a constructor parameter named \"" + written.get() + "\" for the property " + plain,
          "Put @JsonProperty(\"" + written.get() + "\") on the getter, too.");
    }
  }
}
