package io.tidings.sse.processor;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes values of any type that a payload may have, the same ones in each run. */
final class RandomValues {
  private static final int MAX_DEPTH = 5;

  private final Random random;

  RandomValues(long seed) {
    this.random = new Random(seed);
  }

  /** A value of a class, made by its first constructor. */
  Object of(Class<?> type) {
    return object(type, Map.of(), 0);
  }

  private @Nullable Object of(AnnotatedType type, Map<String, AnnotatedType> variables, int depth) {
    boolean nullable = type.isAnnotationPresent(Nullable.class);
    if (type instanceof AnnotatedTypeVariable) {
      return of(variables.get(type.getType().getTypeName()), variables, depth);
    }
    if (nullable && (depth > MAX_DEPTH || random.nextInt(3) == 0)) {
      return null;
    }
    if (type instanceof AnnotatedArrayType array) {
      return array(array, variables, depth);
    }
    return type instanceof AnnotatedParameterizedType generic
        ? generic(generic, variables, depth)
        : object((Class<?>) type.getType(), variables, depth);
  }

  private Object array(AnnotatedArrayType type, Map<String, AnnotatedType> variables, int depth) {
    Class<?> component = (Class<?>) type.getAnnotatedGenericComponentType().getType();
    Object array = Array.newInstance(component, size(depth));
    for (int i = 0; i < Array.getLength(array); i++) {
      Array.set(array, i, of(type.getAnnotatedGenericComponentType(), variables, depth + 1));
    }
    return array;
  }

  private Object generic(
      AnnotatedParameterizedType type, Map<String, AnnotatedType> variables, int depth) {
    Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
    AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
    if (raw == Optional.class) {
      return depth > MAX_DEPTH || random.nextBoolean()
          ? Optional.empty()
          : Optional.of(of(arguments[0], variables, depth + 1));
    }
    if (raw == Map.class) {
      Map<Object, @Nullable Object> map = new HashMap<>();
      for (int i = size(depth); i > 0; i--) {
        map.put(of(arguments[0], variables, depth + 1), of(arguments[1], variables, depth + 1));
      }
      return map;
    }
    if (raw == List.class || raw == Set.class) {
      List<@Nullable Object> list = new ArrayList<>();
      for (int i = size(depth); i > 0; i--) {
        list.add(of(arguments[0], variables, depth + 1));
      }
      return raw == List.class ? list : new HashSet<>(list);
    }
    Map<String, AnnotatedType> inner = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      inner.put(raw.getTypeParameters()[i].getName(), arguments[i]);
    }
    return object(raw, inner, depth);
  }

  private int size(int depth) {
    return depth > MAX_DEPTH ? 0 : random.nextInt(4);
  }

  private Object object(Class<?> type, Map<String, AnnotatedType> variables, int depth) {
    if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    if (type.isSealed()) {
      Class<?>[] leaves = type.getPermittedSubclasses();
      return object(leaves[random.nextInt(leaves.length)], variables, depth);
    }
    return type.isPrimitive() || type.getName().startsWith("java.")
        ? known(type)
        : made(type.getDeclaredConstructors()[0], variables, depth);
  }

  private Object made(Constructor<?> maker, Map<String, AnnotatedType> variables, int depth) {
    AnnotatedType[] parameters = maker.getAnnotatedParameterTypes();
    Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      arguments[i] = of(parameters[i], variables, depth + 1);
    }
    try {
      maker.setAccessible(true);
      return maker.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object known(Type type) {
    return switch (type.getTypeName()) {
      case "boolean" -> random.nextBoolean();
      case "byte" -> (byte) random.nextInt();
      case "short" -> (short) random.nextInt();
      case "int", "java.lang.Integer" -> random.nextInt();
      case "long" -> random.nextLong();
      case "float" -> random.nextFloat();
      case "double" -> random.nextDouble() * random.nextInt();
      case "char" -> (char) ('a' + random.nextInt(26));
      case "java.math.BigInteger" -> new BigInteger(random.nextInt(100), random);
      case "java.math.BigDecimal" -> BigDecimal.valueOf(random.nextLong(), random.nextInt(20));
      case "java.time.Instant" -> Instant.ofEpochMilli(random.nextInt() * 1_000L);
      case "java.time.LocalDate" -> LocalDate.ofEpochDay(random.nextInt(100_000));
      case "java.time.Duration" -> Duration.ofMillis(random.nextInt());
      case "java.util.UUID" -> new UUID(random.nextLong(), random.nextLong());
      case "java.net.URI" -> URI.create("https://example.org/" + random.nextInt());
      case "java.lang.Object" -> List.of(random.nextInt(), "text");
      default -> "text " + random.nextInt(1_000);
    };
  }
}
