package io.tidings.sse.transport.servlet;

import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Runs an action when Tomcat begins to stop an application, before it waits for asynchronous
 * requests; what is still open after that wait, two seconds unless it is set, it fails, and closes
 * the connection. Met by reflection, because Tomcat's jar has the servlet API in it, which no
 * module can read twice.
 */
final class TomcatStop implements InvocationHandler {

  /** Where Tomcat keeps an application's {@code WebResourceRoot}, which knows its context. */
  private static final String RESOURCES = "org.apache.catalina.resources";

  private final Object context;
  private final Class<?> listener;
  private final Runnable action;

  private TomcatStop(Object context, Class<?> listener, Runnable action) {
    this.context = context;
    this.listener = listener;
    this.action = action;
  }

  /**
   * Has it run once, at the next stop.
   *
   * @throws ReflectiveOperationException where Tomcat is another than we know, or none
   */
  static void of(ServletContext application, Runnable action) throws ReflectiveOperationException {
    Object resources = application.getAttribute(RESOURCES);
    if (resources == null) {
      throw new ClassNotFoundException("attribute must be set; was not: " + RESOURCES);
    }
    Object context = type(resources, "WebResourceRoot").getMethod("getContext").invoke(resources);
    Class<?> listener = type(context, "LifecycleListener");
    TomcatStop stop = new TomcatStop(context, listener, action);
    stop.tell(
        "addLifecycleListener",
        Proxy.newProxyInstance(listener.getClassLoader(), new Class<?>[] {listener}, stop));
  }

  private static Class<?> type(Object known, String name) throws ClassNotFoundException {
    return Class.forName("org.apache.catalina." + name, false, known.getClass().getClassLoader());
  }

  private void tell(String method, Object proxy) throws ReflectiveOperationException {
    type(context, "Lifecycle").getMethod(method, listener).invoke(context, proxy);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws ReflectiveOperationException {
    if (method.getDeclaringClass() == Object.class) {
      return method.getName().equals("equals")
          ? arguments != null && arguments[0] == proxy // or it could not be removed
          : method.invoke(this, arguments);
    }
    Object event = arguments == null ? "" : arguments[0];
    if ("before_stop".equals(event.getClass().getMethod("getType").invoke(event))) {
      tell("removeLifecycleListener", proxy); // a context that starts again has a new application
      action.run();
    }
    return null;
  }
}
