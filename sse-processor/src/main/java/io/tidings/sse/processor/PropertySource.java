package io.tidings.sse.processor;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * One property of a class, before it has its JSON name.
 *
 * @param name the name that Java gives it: of the component, the field or the getter
 * @param doubt why that name is not certain; empty when it is
 * @param element the component, getter or field whose value is written
 * @param type the type of the value, with type arguments filled in
 * @param declared the type as it is written
 * @param parts the elements whose annotations count, the most important first
 */
record PropertySource(
    String name,
    String doubt,
    Element element,
    TypeMirror type,
    TypeMirror declared,
    List<Element> parts) {}
