package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;
import static javax.lang.model.element.Modifier.TRANSIENT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds what a codec would write of a class: components, getters, public fields. */
final class PropertyFinder {
  private final Types types;
  private final DeclaredType type;
  private final List<TypeElement> hierarchy;
  private final Map<String, PropertySource> found = new LinkedHashMap<>();

  private PropertyFinder(Types types, DeclaredType type) {
    this.types = types;
    this.type = type;
    this.hierarchy = Hierarchy.of((TypeElement) type.asElement());
  }

  static List<PropertySource> find(Types types, DeclaredType type) {
    PropertyFinder finder = new PropertyFinder(types, type);
    finder.addComponents();
    finder.hierarchy.forEach(finder::addGetters);
    finder.hierarchy.forEach(finder::addFields);
    return List.copyOf(finder.found.values());
  }

  private void addComponents() {
    TypeElement element = (TypeElement) type.asElement();
    for (RecordComponentElement component : componentsOf(element)) {
      String name = component.getSimpleName().toString();
      TypeMirror value =
          ((ExecutableType) types.asMemberOf(type, component.getAccessor())).getReturnType();
      List<Element> parts = new ArrayList<>(List.of(component, component.getAccessor()));
      parts.addAll(partsOf(name, name));
      constructorParameter(element, name).ifPresent(parts::add);
      add(new PropertySource(name, "", component, value, component.asType(), parts));
    }
  }

  /** ECJ fails when it is asked about a class of a jar that is not a record. */
  private static List<? extends RecordComponentElement> componentsOf(TypeElement type) {
    return type.getKind() == ElementKind.RECORD ? type.getRecordComponents() : List.of();
  }

  private static Optional<? extends Element> constructorParameter(TypeElement record, String name) {
    int components = componentsOf(record).size();
    return ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
        .map(ExecutableElement::getParameters)
        .filter(parameters -> parameters.size() == components)
        .flatMap(List::stream)
        .filter(parameter -> parameter.getSimpleName().contentEquals(name))
        .findFirst();
  }

  private void addGetters(TypeElement owner) {
    for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      if (isReadable(method) && !isAccessor(method)) {
        GetterName.of(method).ifPresent(name -> add(getter(method, name.property(), name.doubt())));
      }
    }
  }

  /** The accessor of a component, wherever the method is declared. */
  private boolean isAccessor(ExecutableElement method) {
    return componentsOf((TypeElement) type.asElement()).stream()
        .anyMatch(one -> one.getSimpleName().equals(method.getSimpleName()));
  }

  private static boolean isReadable(ExecutableElement method) {
    return method.getModifiers().contains(PUBLIC)
        && !method.getModifiers().contains(STATIC)
        && method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID;
  }

  private PropertySource getter(ExecutableElement method, String name, String doubt) {
    TypeMirror value = ((ExecutableType) types.asMemberOf(type, method)).getReturnType();
    List<Element> parts = new ArrayList<>(List.of(method));
    parts.addAll(partsOf(doubt.isEmpty() ? name : "", method.getSimpleName().toString()));
    String transience =
        parts.stream().anyMatch(PropertyFinder::isTransientField)
            ? "its field is transient, which Jackson writes and JSON-B does not"
            : doubt;
    return new PropertySource(
        name, transience, method, value, method.getReturnType(), List.copyOf(parts));
  }

  private void addFields(TypeElement owner) {
    for (VariableElement field : ElementFilter.fieldsIn(owner.getEnclosedElements())) {
      boolean visible =
          field.getModifiers().contains(PUBLIC) && !field.getModifiers().contains(TRANSIENT);
      boolean named = JsonAnnotations.of(List.of(field)).jackson("JsonProperty").isPresent();
      if (!field.getModifiers().contains(STATIC) && (visible || named)) {
        String name = field.getSimpleName().toString();
        TypeMirror value = types.asMemberOf(type, field);
        List<Element> parts = List.copyOf(partsOf(name, ""));
        add(new PropertySource(name, "", field, value, field.asType(), parts));
      }
    }
  }

  private void add(PropertySource source) {
    found.putIfAbsent(source.name(), source);
  }

  /** The methods, the field and the setter of a property, in all that the class inherits. */
  private List<Element> partsOf(String property, String method) {
    List<Element> methods = new ArrayList<>();
    List<Element> others = new ArrayList<>();
    for (TypeElement owner : hierarchy) {
      for (Element member : owner.getEnclosedElements()) {
        if (member instanceof ExecutableElement one && isNamed(one, method, 0)) {
          methods.add(one);
        } else if (isField(member, property) || isSetter(member, property)) {
          others.add(member);
        }
      }
    }
    methods.addAll(others);
    return methods;
  }

  private static boolean isNamed(ExecutableElement method, String name, int parameters) {
    return method.getSimpleName().contentEquals(name)
        && method.getParameters().size() == parameters
        && !method.getModifiers().contains(STATIC);
  }

  private static boolean isSetter(Element member, String property) {
    return member instanceof ExecutableElement method
        && isNamed(method, "set" + Naming.capitalised(property), 1);
  }

  private static boolean isField(Element member, String name) {
    return member.getKind().isField()
        && member.getSimpleName().contentEquals(name)
        && !member.getModifiers().contains(STATIC);
  }

  private static boolean isTransientField(Element part) {
    return part.getKind().isField() && part.getModifiers().contains(TRANSIENT);
  }
}
