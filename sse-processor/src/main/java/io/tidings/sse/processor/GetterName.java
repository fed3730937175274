package io.tidings.sse.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The property that a getter gives its name to.
 *
 * @param doubt why codecs do not agree on it; empty when they do
 */
record GetterName(String property, String doubt) {

  /** The name; empty when the method is no getter. */
  static Optional<GetterName> of(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    boolean truth = isTruth(method.getReturnType());
    if (name.equals("getClass")) {
      return Optional.empty();
    }
    if (name.length() > 3 && name.startsWith("get")) {
      return Optional.of(of(name.substring(3)));
    }
    if (name.length() > 2 && name.startsWith("is") && truth) {
      return Optional.of(of(name.substring(2)));
    }
    JsonAnnotations annotations = JsonAnnotations.of(List.of(method));
    return annotations.first("JsonProperty", "JsonGetter", "JsonbProperty").isPresent()
        ? Optional.of(new GetterName(name, ""))
        : Optional.empty();
  }

  private static GetterName of(String rest) {
    String property = Naming.decapitalised(rest);
    if (Character.isLowerCase(rest.charAt(0))) {
      return new GetterName(property, "it may be a getter or a word that begins like one");
    }
    boolean abbreviation =
        rest.length() > 1
            && Character.isUpperCase(rest.charAt(0))
            && Character.isUpperCase(rest.charAt(1));
    return new GetterName(
        property, abbreviation ? "codecs differ on names that begin with two capitals" : "");
  }

  private static boolean isTruth(TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN || type.toString().endsWith("java.lang.Boolean");
  }
}
