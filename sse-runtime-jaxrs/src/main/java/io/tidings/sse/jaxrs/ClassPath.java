package io.tidings.sse.jaxrs;

/** What optional libraries our own class loader can see. */
final class ClassPath {

  private ClassPath() {}

  static boolean has(String className) {
    try {
      Class.forName(className, false, ClassPath.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
