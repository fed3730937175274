package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.StartedResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Offers the non-blocking output of Tomcat, with its ways. Tomcat's public interfaces are met by
 * reflection, because its jar has the servlet API in it, which no module can read twice.
 */
final class TomcatTakeover extends ServletTakeover {

  /** Where Tomcat keeps an application's {@code WebResourceRoot}, which knows its context. */
  private static final String RESOURCES = "org.apache.catalina.resources";

  private final ServletContext application;

  TomcatTakeover(HttpServletRequest request) {
    super(request);
    this.application = request.getServletContext();
  }

  @Override
  void examine(AsyncContext async, StartedResponse response) {
    Object resources = application.getAttribute(RESOURCES);
    if (resources == null) {
      return;
    }
    try {
      Object context = type(resources, "WebResourceRoot").getMethod("getContext").invoke(resources);
      Optional<Runnable> drain = response.drainFor(context);
      if (drain.isPresent()) {
        listen(context, drain.get());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Tomcat must be one that is known", e);
    }
  }

  /**
   * Ends the streams before Tomcat waits for its asynchronous requests. What is still open after
   * that wait, two seconds unless it is set, Tomcat fails, and closes the connection.
   */
  private static void listen(Object context, Runnable drain) throws ReflectiveOperationException {
    Class<?> listener = type(context, "LifecycleListener");
    Object stopping =
        Proxy.newProxyInstance(
            listener.getClassLoader(), new Class<?>[] {listener}, new Stopping(drain));
    type(context, "Lifecycle")
        .getMethod("addLifecycleListener", listener)
        .invoke(context, stopping);
  }

  private static Class<?> type(Object known, String name) throws ClassNotFoundException {
    return Class.forName("org.apache.catalina." + name, false, known.getClass().getClassLoader());
  }

  private record Stopping(Runnable drain) implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws ReflectiveOperationException {
      if (method.getDeclaringClass() == Object.class) {
        return method.invoke(this, arguments);
      }
      Object event = arguments == null ? "" : arguments[0];
      if ("before_stop".equals(event.getClass().getMethod("getType").invoke(event))) {
        drain.run();
      }
      return null;
    }
  }
}
