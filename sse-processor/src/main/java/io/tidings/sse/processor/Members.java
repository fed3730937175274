package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.ABSTRACT;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The methods of an interface and of those that it extends, each once, own ones first. */
final class Members {
  private final Types types;
  private final DeclaredType stream;
  private final List<Member> found = new ArrayList<>();

  private Members(Types types, DeclaredType stream) {
    this.types = types;
    this.stream = stream;
  }

  /** A method and its signature as the stream sees it, with type arguments filled in. */
  record Member(ExecutableElement method, ExecutableType type) {
    String name() {
      return method.getSimpleName().toString();
    }

    boolean isAbstract() {
      return method.getModifiers().contains(ABSTRACT);
    }

    /** The parameters, with the types as the stream sees them. */
    List<ParameterModel> parameters() {
      List<ParameterModel> parameters = new ArrayList<>();
      for (int i = 0; i < method.getParameters().size(); i++) {
        String name = method.getParameters().get(i).getSimpleName().toString();
        parameters.add(new ParameterModel(name, type.getParameterTypes().get(i)));
      }
      return parameters;
    }
  }

  static List<Member> of(TypeElement stream, Types types) {
    Members members = new Members(types, (DeclaredType) stream.asType());
    members.collect(stream);
    return List.copyOf(members.found);
  }

  /** Whether a type that a method or the interface names is not there yet. */
  static boolean areUnresolved(TypeElement stream, Types types) {
    return stream.getInterfaces().stream().anyMatch(PayloadReader::isUnresolved)
        || of(stream, types).stream()
            .flatMap(member -> member.parameters().stream())
            .anyMatch(parameter -> PayloadReader.isUnresolved(parameter.type()));
  }

  private void collect(TypeElement type) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      Member member = new Member(method, (ExecutableType) types.asMemberOf(stream, method));
      if (found.stream().noneMatch(earlier -> replaces(earlier, member))) {
        found.add(member);
      }
    }
    for (TypeMirror parent : type.getInterfaces()) {
      if (types.asElement(parent) instanceof TypeElement element) {
        collect(element);
      }
    }
  }

  private boolean replaces(Member earlier, Member later) {
    return earlier.name().equals(later.name())
        && (types.isSubsignature(earlier.type(), later.type())
            || types.isSubsignature(later.type(), earlier.type()));
  }
}
