package io.tidings.sse.processor;

import static io.tidings.sse.processor.NamedSchema.Told.BY_EVENT_TYPE;

import io.tidings.sse.processor.JsonType.Binary;
import io.tidings.sse.processor.JsonType.Named;
import io.tidings.sse.processor.JsonType.Sequence;
import io.tidings.sse.processor.JsonType.Table;
import io.tidings.sse.processor.JsonType.Text;
import io.tidings.sse.processor.NamedSchema.Union;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Finds out what the values of a Java type look like in JSON. One per stream. */
final class SchemaReader {
  /** Deeper than anybody nests type arguments, unless a type nests itself without end. */
  private static final int MAX_NESTING = 8;

  private final Environment environment;
  private final JsonFindings findings;
  private final Nullness nullness;
  private final Supertypes supertypes;
  private final StructureReader structures;
  private final VariantReader variants;

  // Named types by key; a name without schema is being read.
  private final Map<String, SchemaName> names = new LinkedHashMap<>();
  private final Map<String, NamedSchema> schemas = new LinkedHashMap<>();
  private final List<String> open = new ArrayList<>();

  SchemaReader(Environment environment, JsonFindings findings) {
    this.environment = environment;
    this.findings = findings;
    this.nullness = new Nullness(environment);
    this.supertypes = new Supertypes(environment);
    this.structures = new StructureReader(environment, findings, nullness, this::read);
    this.variants = new VariantReader(environment, findings);
  }

  Collection<NamedSchema> schemas() {
    return schemas.values();
  }

  Collection<SchemaName> names() {
    return names.values();
  }

  /**
   * The type in JSON.
   *
   * @param scope where the type is written: there it counts whether null is excluded
   */
  JsonType read(TypeMirror type, Element scope) {
    if (type.getKind().isPrimitive()) {
      return KnownTypes.of(type.getKind());
    }
    if (type instanceof ArrayType array) {
      return array(array.getComponentType(), scope);
    }
    if (type instanceof TypeVariable variable) {
      return read(variable.getUpperBound(), scope);
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getExtendsBound();
      return bound == null ? new JsonType.Anything() : read(bound, scope);
    }
    if (type instanceof IntersectionType intersection) {
      return read(intersection.getBounds().get(0), scope);
    }
    return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
        ? declared(declared, scope)
        : new JsonType.Anything();
  }

  private JsonType array(TypeMirror component, Element scope) {
    return switch (component.getKind()) {
      case BYTE -> new Binary();
      case CHAR -> new Text("");
      default -> new Sequence(part(component, scope));
    };
  }

  /** An item of a collection or the value of an optional one. */
  private JsonType part(TypeMirror type, Element scope) {
    JsonType json = read(type, scope);
    return nullness.partMayBeNull(scope, type) ? json.orNull() : json;
  }

  private JsonType declared(DeclaredType type, Element scope) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    Optional<JsonType> known = KnownTypes.of(name);
    if (known.isPresent()) {
      return known.get();
    }
    if (name.equals("java.util.Optional") && type.getTypeArguments().size() == 1) {
      return read(type.getTypeArguments().get(0), scope).orNull();
    }
    return KnownTypes.inOptional(name)
        .map(JsonType::orNull)
        .or(() -> JsonShape.ofClass(element, findings))
        .or(() -> valueOf(element, type))
        .or(() -> container(type, scope))
        .orElseGet(() -> named(type, element, scope));
  }

  /** A class that is written as one of its values, with {@code @JsonValue}. */
  private Optional<JsonType> valueOf(TypeElement element, DeclaredType type) {
    return ValueMember.find(element, type, environment.types())
        .map(member -> guarded(type, () -> read(member.type(), member.element())));
  }

  private Optional<JsonType> container(DeclaredType type, Element scope) {
    Optional<List<? extends TypeMirror>> map = supertypes.arguments(type, "java.util.Map");
    if (map.isPresent()) {
      return Optional.of(guarded(type, () -> table(type, map.get(), scope)));
    }
    return supertypes
        .arguments(type, "java.util.Collection")
        .or(() -> supertypes.itself(type, "java.lang.Iterable"))
        .map(items -> guarded(type, () -> new Sequence(item(items, 0, scope))));
  }

  private JsonType table(DeclaredType type, List<? extends TypeMirror> parts, Element scope) {
    return parts.isEmpty() || supertypes.isKey(parts.get(0))
        ? new Table(item(parts, 1, scope))
        : findings.shape(scope, "a map with keys of " + parts.get(0) + " in " + type);
  }

  private JsonType item(List<? extends TypeMirror> arguments, int index, Element scope) {
    return arguments.size() > index ? part(arguments.get(index), scope) : new JsonType.Anything();
  }

  private interface Reading {
    JsonType read();
  }

  /** A collection class of somebody's own may be a collection of itself. */
  private JsonType guarded(DeclaredType type, Reading reading) {
    String key = SchemaName.of(type).key();
    if (supertypes.isForeign((TypeElement) type.asElement())) {
      return reading.read();
    }
    if (open.contains(key)) {
      return new JsonType.Anything();
    }
    open.add(key);
    JsonType json = reading.read();
    open.remove(key);
    return json;
  }

  private JsonType named(DeclaredType type, TypeElement element, Element scope) {
    String name = element.getQualifiedName().toString();
    if (supertypes.isForeign(element)) {
      return findings.shape(scope, name + ", which codecs write in their own ways");
    }
    if (Supertypes.nesting(type) > MAX_NESTING) {
      return findings.shape(scope, "type arguments of " + name + " that nest without end");
    }
    SchemaName key = SchemaName.of(type);
    if (names.putIfAbsent(key.key(), key) == null) {
      List<String> around = List.copyOf(open);
      open.clear(); // a name ends every circle
      schemas.put(key.key(), schema(key.key(), type, element));
      open.addAll(around);
    }
    return new Named(key.key());
  }

  private NamedSchema schema(String key, DeclaredType type, TypeElement element) {
    if (element.getKind() == ElementKind.ENUM) {
      return new EnumReader(environment, findings).read(key, element);
    }
    List<TypeMirror> members = variants.of(type);
    return members.isEmpty()
        ? structures.read(key, type)
        : union(key, element, members, variants.told(members));
  }

  private Union union(
      String key, TypeElement element, List<TypeMirror> members, NamedSchema.Told told) {
    List<String> keys =
        members.stream()
            .map(member -> read(member, element))
            .filter(Named.class::isInstance)
            .map(member -> ((Named) member).name())
            .toList();
    return new Union(key, Documentation.of(element, environment.elements()), keys, told);
  }

  /** The payload of several event types: a schema that brings their schemas together. */
  void readSealed(PayloadModel.Sealed payload) {
    DeclaredType type = (DeclaredType) payload.type();
    SchemaName name = SchemaName.of(type);
    List<TypeMirror> leaves = payload.leaves().stream().map(PayloadModel.Leaf::type).toList();
    if (names.putIfAbsent(name.key(), name) == null) {
      TypeElement element = (TypeElement) type.asElement();
      schemas.put(name.key(), union(name.key(), element, leaves, BY_EVENT_TYPE));
    }
  }
}
