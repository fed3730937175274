package io.tidings.sse.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The method or field with {@code @JsonValue}, whose value stands for the whole object. */
record ValueMember(Element element, TypeMirror type) {

  static Optional<ValueMember> find(TypeElement owner, DeclaredType type, Types types) {
    return Hierarchy.of(owner).stream()
        .flatMap(ValueMember::members)
        .filter(one -> JsonAnnotations.of(List.of(one)).switchedOn("JsonValue").isPresent())
        .findFirst()
        .map(member -> new ValueMember(member, value(types.asMemberOf(type, member))));
  }

  private static Stream<? extends Element> members(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(member -> member.getKind().isField() || member.getKind() == ElementKind.METHOD);
  }

  private static TypeMirror value(TypeMirror member) {
    return member instanceof ExecutableType method ? method.getReturnType() : member;
  }
}
