package io.tidings.sse.processor;

import com.google.testing.compile.Compilation;
import io.tidings.sse.hub.Hub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/** The classes of a compilation, loaded, so that tests can call them. */
final class Loaded extends ClassLoader {
  private final Map<String, byte[]> classes = new HashMap<>();

  Loaded(Compilation compilation) {
    super(Loaded.class.getClassLoader());
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String name = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "");
        classes.put(name.replace('/', '.').replaceFirst("\\.class$", ""), bytes(file));
      }
    }
  }

  private static byte[] bytes(JavaFileObject file) {
    try (var in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  Class<?> type(String name) {
    try {
      return loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A new instance, by the constructor with as many parameters as arguments. */
  Object make(String name, Object... arguments) throws ReflectiveOperationException {
    var constructor =
        Arrays.stream(type(name).getDeclaredConstructors())
            .filter(one -> one.getParameterCount() == arguments.length)
            .filter(
                one -> one.getParameterCount() != 1 || fits(one.getParameterTypes()[0], arguments))
            .findFirst()
            .orElseThrow();
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
  }

  private static boolean fits(Class<?> type, Object... arguments) {
    return arguments[0] == null || type.isPrimitive() || type.isInstance(arguments[0]);
  }

  Object publisher(String name, Hub hub) throws ReflectiveOperationException {
    return type(name).getConstructor(Hub.class).newInstance(hub);
  }

  /** Calls the method of that name which takes such arguments. */
  static Object call(Object target, String method, Object... arguments)
      throws ReflectiveOperationException {
    for (Method one : target.getClass().getMethods()) {
      if (one.getName().equals(method) && takes(one, arguments)) {
        one.setAccessible(true);
        try {
          return one.invoke(target, arguments);
        } catch (InvocationTargetException e) {
          if (e.getCause() instanceof RuntimeException cause) {
            throw cause;
          }
          throw e;
        }
      }
    }
    throw new NoSuchMethodException(method);
  }

  private static boolean takes(Method method, Object... arguments) {
    if (method.getParameterCount() != arguments.length || method.isBridge()) {
      return false;
    }
    for (int i = 0; i < arguments.length; i++) {
      Class<?> type = method.getParameterTypes()[i];
      if (!type.isPrimitive() && arguments[i] != null && !type.isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }
}
