package io.tidings.sse.jaxrs;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** A generated resource's class name, and where it was found. */
record ResourceEntry(String className, String origin) {

  /** Makes another instance of a resource that the application itself has registered. */
  static SseResource<?> instanceOf(Class<?> registered) {
    return new ResourceEntry(registered.getName(), "registered with the application")
        .checked(registered);
  }

  /** Makes the resource, or says what is wrong with the line and what to do. */
  SseResource<?> load(ClassLoader loader) {
    try {
      return checked(Class.forName(className, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      throw failure(
          "must be a class that can be loaded; was "
              + e
              + ". The index is stale or a"
              + " jar is missing: build its module again from clean, or put the jar on the path",
          e);
    }
  }

  private SseResource<?> checked(Class<?> type) {
    if (!SseResource.class.isAssignableFrom(type)) {
      throw failure(
          "must be a "
              + SseResource.class.getName()
              + "; was "
              + described(type)
              + ". Build its module again with the sse-processor of this version",
          null);
    }
    return instance(type);
  }

  private SseResource<?> instance(Class<?> type) {
    try {
      return (SseResource<?>) type.getConstructor().newInstance();
    } catch (IllegalAccessException e) {
      throw failure("must be accessible; was " + e.getMessage() + ". " + opened(type), e);
    } catch (NoSuchMethodException | InstantiationException e) {
      throw failure("must be a concrete class with a public no-argument constructor", e);
    } catch (InvocationTargetException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw failure("must be made by its constructor; was " + cause, cause);
    }
  }

  private static String opened(Class<?> type) {
    Module module = type.getModule();
    if (!module.isNamed()) {
      return "Make the class public";
    }
    return "Add 'opens " + type.getPackageName() + ";' to module " + module.getName();
  }

  private static String described(Class<?> type) {
    for (Class<?> implemented : type.getInterfaces()) {
      if (implemented.getName().equals(SseResource.class.getName())) {
        return "one of another class loader, " + implemented.getClassLoader();
      }
    }
    return type.toString();
  }

  private IllegalStateException failure(String rule, @Nullable Throwable cause) {
    return new IllegalStateException("resource " + className + ", " + origin + ", " + rule, cause);
  }
}
