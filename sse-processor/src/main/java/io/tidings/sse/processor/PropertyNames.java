package io.tidings.sse.processor;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Decides which properties of one class are written, and under which names. */
final class PropertyNames {
  private static final String NAME_IT =
      "Name it with @JsonProperty or @JsonbProperty, or leave it out with @JsonIgnore or"
          + " @JsonbTransient.";

  private final TypeElement owner;
  private final JsonFindings findings;
  private final UnaryOperator<String> strategy;
  private final Set<String> ignored = new HashSet<>();
  private final Optional<List<String>> included;

  PropertyNames(TypeElement owner, JsonFindings findings) {
    this.owner = owner;
    this.findings = findings;
    JsonAnnotations annotations = JsonAnnotations.of(Hierarchy.of(owner));
    this.strategy = strategy(annotations);
    this.included =
        annotations
            .jackson("JsonIncludeProperties")
            .map(one -> JsonAnnotations.texts(one, "value"));
    annotations
        .jackson("JsonIgnoreProperties")
        .filter(one -> !one.get("allowGetters", Boolean.class).orElse(false))
        .ifPresent(one -> ignored.addAll(JsonAnnotations.texts(one, "value")));
    refuse(annotations);
  }

  private UnaryOperator<String> strategy(JsonAnnotations annotations) {
    List<String> names =
        annotations
            .everyDatabind("JsonNaming")
            .flatMap(one -> one.get("value", TypeMirror.class).stream())
            .map(TypeMirror::toString)
            .toList();
    Optional<UnaryOperator<String>> known = names.stream().findFirst().flatMap(JsonNaming::of);
    boolean differ = names.stream().map(PropertyNames::simpleName).distinct().count() > 1;
    if (!names.isEmpty() && (known.isEmpty() || differ)) {
      findings.name(
          owner,
          "@JsonNaming(" + String.join(", ", names) + ")",
          "Use one strategy that comes with Jackson, or name each property with @JsonProperty.");
    }
    return known.orElse(UnaryOperator.identity());
  }

  private static String simpleName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void refuse(JsonAnnotations annotations) {
    annotations
        .first("JsonAutoDetect", "JsonbVisibility", "JsonFilter", "JsonAppend")
        .ifPresent(
            one ->
                findings.name(
                    owner,
                    "@" + one.simpleName(),
                    "Name each property with @JsonProperty, or leave it out with @JsonIgnore,"
                        + " instead."));
  }

  /** The name in JSON; empty when the property is not written. */
  Optional<String> of(PropertySource property, JsonAnnotations annotations) {
    if (isLeftOut(property, annotations)) {
      return Optional.empty();
    }
    String name = named(property, annotations);
    boolean listed = included.map(list -> list.contains(name)).orElse(true);
    return listed && !ignored.contains(name) ? Optional.of(name) : Optional.empty();
  }

  private boolean isLeftOut(PropertySource property, JsonAnnotations annotations) {
    Optional<Annotated> explicit = annotations.jackson("JsonProperty");
    if (annotations.switchedOn("JsonIgnore").isPresent() && explicit.isPresent()) {
      findings.name(property.element(), "both @JsonIgnore and @JsonProperty", "Remove one.");
    }
    boolean writeOnly =
        explicit
            .flatMap(one -> JsonAnnotations.constant(one, "access"))
            .filter("WRITE_ONLY"::equals)
            .isPresent();
    return writeOnly
        || annotations.switchedOn("JsonIgnore").isPresent()
        || annotations.first("JsonbTransient", "JsonBackReference").isPresent()
        || annotations.switchedOn("JsonAnyGetter").isPresent()
        || isIgnoredType(property.type());
  }

  private static boolean isIgnoredType(TypeMirror type) {
    return type instanceof DeclaredType declared
        && !isOfTheJdk((TypeElement) declared.asElement())
        && JsonAnnotations.of(Hierarchy.of((TypeElement) declared.asElement()))
            .switchedOn("JsonIgnoreType")
            .isPresent();
  }

  /** Which carries no annotation of a codec, and has long hierarchies. */
  private static boolean isOfTheJdk(TypeElement type) {
    return type.getQualifiedName().toString().startsWith("java.");
  }

  private String named(PropertySource property, JsonAnnotations annotations) {
    Set<String> explicit = explicit(annotations);
    if (annotations.switchedOn("JsonUnwrapped").isPresent()) {
      findings.name(
          property.element(), "@JsonUnwrapped", "Declare the inner properties here instead.");
    } else if (explicit.size() > 1) {
      findings.name(property.element(), "the names " + explicit, "Give all of them one name.");
    } else if (explicit.isEmpty() && !property.doubt().isEmpty()) {
      findings.name(property.element(), property.doubt(), NAME_IT);
    }
    return explicit.stream().findFirst().orElseGet(() -> strategy.apply(property.name()));
  }

  private static Set<String> explicit(JsonAnnotations annotations) {
    Set<String> names = new LinkedHashSet<>();
    for (Annotated one : annotations.found()) {
      boolean jackson = Set.of("JsonProperty", "JsonGetter").contains(one.simpleName());
      boolean jsonb = annotations.jsonb("JsonbProperty").filter(one::equals).isPresent();
      if (jackson || jsonb) {
        one.get("value", String.class).filter(name -> !name.isEmpty()).ifPresent(names::add);
      }
    }
    return names;
  }
}
