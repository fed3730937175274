package io.tidings.sse.processor;

import javax.lang.model.type.TypeMirror;

/** One parameter of a method, as the method declares it. */
record ParameterModel(String name, TypeMirror type) {}
