package io.tidings.sse.processor;

import io.tidings.sse.processor.JsonType.Named;
import io.tidings.sse.processor.JsonType.OrNull;
import io.tidings.sse.processor.JsonType.Sequence;
import io.tidings.sse.processor.JsonType.Table;
import io.tidings.sse.processor.JsonType.Text;
import io.tidings.sse.processor.JsonType.Truth;
import io.tidings.sse.processor.JsonType.Whole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What annotations do to the way in which a value is written. */
final class JsonShape {
  private static final String[] OWN_WRITERS = {
    "JsonbTypeAdapter", "JsonbTypeSerializer", "JsonIdentityInfo", "JsonIdentityReference"
  };
  private static final Set<String> WRITER_MEMBERS =
      Set.of(
          "using",
          "contentUsing",
          "keyUsing",
          "nullsUsing",
          "as",
          "contentAs",
          "keyAs",
          "converter",
          "contentConverter");

  private JsonShape() {}

  /** Any JSON, when a class says that it is written in a way of its own; else empty. */
  static Optional<JsonType> ofClass(TypeElement type, JsonFindings findings) {
    JsonAnnotations annotations = JsonAnnotations.of(Hierarchy.of(type));
    Optional<String> shape = formatted(annotations).filter(one -> !fits(one, type));
    return ownWriter(annotations)
        .or(() -> shape.map(one -> "@JsonFormat(shape = " + one + ")"))
        .map(fact -> findings.shape(type, fact));
  }

  private static boolean fits(String shape, TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        ? shape.equals("STRING")
        : Set.of("OBJECT", "POJO").contains(shape);
  }

  private static Optional<String> ownWriter(JsonAnnotations annotations) {
    Optional<Annotated> serialize =
        annotations
            .databind("JsonSerialize")
            .filter(one -> WRITER_MEMBERS.stream().anyMatch(one::has));
    return serialize
        .or(() -> annotations.first(OWN_WRITERS))
        .map(annotation -> "@" + annotation.simpleName());
  }

  private static Optional<String> formatted(JsonAnnotations annotations) {
    return annotations
        .jackson("JsonFormat")
        .flatMap(format -> JsonAnnotations.constant(format, "shape"))
        .filter(shape -> !Set.of("ANY", "NATURAL").contains(shape));
  }

  /** How the value of a property is written, whose type alone would be written in another way. */
  static JsonType ofProperty(
      Element property, JsonAnnotations annotations, JsonType type, JsonFindings findings) {
    Optional<String> raw = annotations.switchedOn("JsonRawValue").map(one -> "@JsonRawValue");
    Optional<String> unknown =
        ownWriter(annotations)
            .or(() -> raw)
            .or(() -> other(annotations))
            .or(() -> feature(annotations));
    if (unknown.isPresent()) {
      return findings.shape(property, unknown.get());
    }
    JsonType plain = isPatterned(annotations) ? text(type) : type;
    return formatted(annotations)
        .map(shape -> shaped(shape, plain))
        .orElse(Optional.of(plain))
        .orElseGet(() -> findings.shape(property, "@JsonFormat with that shape"));
  }

  private static Optional<String> other(JsonAnnotations annotations) {
    return annotations
        .first("JsonTypeInfo", "JsonbTypeInfo", "JsonIgnoreProperties", "JsonIncludeProperties")
        .filter(one -> !(one.element() instanceof TypeElement))
        .map(one -> "@" + one.simpleName() + " on a property");
  }

  /** A feature of {@code @JsonFormat} that is about writing. */
  private static Optional<String> feature(JsonAnnotations annotations) {
    return annotations
        .jackson("JsonFormat")
        .flatMap(
            format ->
                Stream.of("with", "without")
                    .flatMap(member -> JsonAnnotations.texts(format, member).stream())
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .filter(name -> name.startsWith("WRITE_"))
                    .findFirst())
        .map(name -> "@JsonFormat with " + name);
  }

  private static boolean isPatterned(JsonAnnotations annotations) {
    return annotations.first("JsonbDateFormat", "JsonbNumberFormat").isPresent()
        || annotations
            .jackson("JsonFormat")
            .flatMap(format -> format.get("pattern", String.class))
            .filter(pattern -> !pattern.isEmpty())
            .isPresent();
  }

  /** Text that keeps to a pattern, wherever text or a number stands in the type. */
  private static JsonType text(JsonType type) {
    if (type instanceof OrNull nullable) {
      return text(nullable.type()).orNull();
    }
    if (type instanceof Sequence sequence) {
      return new Sequence(text(sequence.items()));
    }
    if (type instanceof Table table) {
      return new Table(text(table.values()));
    }
    boolean scalar = isNumber(type) || type instanceof Text;
    return scalar ? new Text("") : type;
  }

  private static boolean isNumber(JsonType type) {
    return type instanceof Whole || type instanceof JsonType.Decimal;
  }

  private static Optional<JsonType> shaped(String shape, JsonType type) {
    if (type instanceof OrNull nullable) {
      return shaped(shape, nullable.type()).map(JsonType::orNull);
    }
    boolean number = shape.startsWith("NUMBER");
    if (isNumber(type) || type instanceof Truth) {
      return number ? Optional.of(numeric(type)) : textual(shape);
    }
    if (type instanceof Text) {
      return number ? Optional.empty() : Optional.of(type).filter(same -> isText(shape));
    }
    List<String> same = type instanceof Named ? List.of("STRING", "OBJECT", "POJO") : List.of();
    return same.contains(shape) ? Optional.of(type) : Optional.empty();
  }

  private static JsonType numeric(JsonType type) {
    return type instanceof Truth ? new Whole("int32") : type;
  }

  private static Optional<JsonType> textual(String shape) {
    return isText(shape) ? Optional.of(new Text("")) : Optional.empty();
  }

  private static boolean isText(String shape) {
    return shape.equals("STRING");
  }
}
