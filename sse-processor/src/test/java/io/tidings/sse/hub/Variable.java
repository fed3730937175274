package io.tidings.sse.hub;

import java.util.function.Function;

public record Variable(String name, Function<String, ?> parser) {
  public static Variable string(String name) {
    return new Variable(name, text -> text);
  }

  public static Variable enumeration(String name, Class<? extends Enum<?>> type) {
    return new Variable(name, text -> type.getEnumConstants());
  }

  public static Variable of(String name, Function<String, ?> parser) {
    return new Variable(name, parser);
  }

  @Override
  public String toString() {
    return name;
  }
}
