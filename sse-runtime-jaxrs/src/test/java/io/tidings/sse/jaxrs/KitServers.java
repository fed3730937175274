package io.tidings.sse.jaxrs;

import io.tidings.sse.testing.TestCertificate;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.modeler.Registry;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Every container, with more or less patience for connections that are idle. */
final class KitServers {

  /** A connection may be idle longer than any test takes. */
  static final Duration PATIENT = Duration.ofSeconds(60);

  /** A connection may hardly be idle. */
  static final Duration IMPATIENT = Duration.ofSeconds(1);

  /** How long a server that stops waits for what is under way. */
  static final Duration GRACE = Duration.ofSeconds(10);

  /** Where they listen; a process with a network of its own may say so. */
  static final String HOST = System.getProperty("tidings.host", "localhost");

  private KitServers() {}

  static Running jettyEe11(Application application, Duration idle) throws Exception {
    return jetty(ee11(application), idle);
  }

  /** A handler that wraps every response, and so sees every byte that goes through Jetty. */
  static Running jettyBehindAHandler(Application application, Duration idle) throws Exception {
    return jetty(
        new Handler.Wrapper(ee11(application)) {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            return super.handle(request, new SeeingResponse(request, response), callback);
          }
        },
        idle);
  }

  private static final class SeeingResponse extends Response.Wrapper {

    SeeingResponse(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
      super.write(last, bytes, callback);
    }
  }

  static Handler ee11(Application application) {
    var servlet = new org.eclipse.jetty.ee11.servlet.ServletHolder(jersey(application));
    servlet.setAsyncSupported(true);
    var context = new org.eclipse.jetty.ee11.servlet.ServletContextHandler("/");
    context.addServlet(servlet, "/*");
    return context;
  }

  static Running jettyEe10(Application application, Duration idle) throws Exception {
    return jetty(ee10(application), idle);
  }

  static Handler ee10(Application application) {
    var servlet = new org.eclipse.jetty.ee10.servlet.ServletHolder(jersey(application));
    servlet.setAsyncSupported(true);
    var context = new org.eclipse.jetty.ee10.servlet.ServletContextHandler("/");
    context.addServlet(servlet, "/*");
    return context;
  }

  /** Speaks the protocols in the order in which they are given. */
  static Running jetty(Handler handler, Duration idle, ConnectionFactory... protocols)
      throws Exception {
    Server server = new Server();
    ServerConnector connector =
        protocols.length == 0
            ? new ServerConnector(server)
            : new ServerConnector(server, protocols);
    connector.setHost(HOST);
    connector.setIdleTimeout(idle.toMillis());
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
    return new Running(
        connector.getLocalPort(),
        server::stop,
        () -> {
          server.setStopTimeout(GRACE.toMillis());
          server.stop();
        });
  }

  static Running tomcat(Application application) throws LifecycleException {
    return tomcat(application, PATIENT);
  }

  static Running tomcat(Application application, Duration idle) throws LifecycleException {
    return tomcat(application, idle, connector -> {});
  }

  static Running tomcat(Application application, Duration idle, Consumer<Connector> setting)
      throws LifecycleException {
    Tomcat tomcat = new Tomcat();
    tomcat.setPort(0);
    setting.accept(tomcat.getConnector());
    return tomcat(tomcat, application, idle);
  }

  static Running tomcat(Tomcat tomcat, Application application, Duration idle)
      throws LifecycleException {
    Registry.disableRegistry(); // it knows servers by names that all of them share
    tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
    tomcat.setHostname(HOST);
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("connectionTimeout", "" + idle.toMillis());
    Context context = tomcat.addContext("", null);
    ((StandardContext) context).setUnloadDelay(GRACE.toMillis());
    serve(context, application);
    tomcat.start();
    AutoCloseable stop =
        () -> {
          tomcat.stop();
          tomcat.destroy();
        };
    return new Running(tomcat.getConnector().getLocalPort(), stop, stop);
  }

  /** Has a context that has not started serve an application; it forgets it when it stops. */
  static void serve(Context context, Application application) {
    Wrapper servlet = Tomcat.addServlet(context, "jersey", jersey(application));
    servlet.setAsyncSupported(true);
    servlet.addMapping("/*");
  }

  static Running undertow(Application application, Duration idle) throws Exception {
    return undertow(
        application, idle, (server, handler) -> server.addHttpListener(0, HOST, handler));
  }

  static Running undertow(
      Application application, Duration idle, BiConsumer<Undertow.Builder, HttpHandler> listening)
      throws Exception {
    var instances = new ImmediateInstanceFactory<HttpServlet>(jersey(application));
    DeploymentInfo deployment =
        Servlets.deployment()
            .setClassLoader(KitServers.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("kit")
            .addServlet(
                Servlets.servlet("jersey", ServletContainer.class, instances)
                    .setAsyncSupported(true)
                    .setLoadOnStartup(1)
                    .addMapping("/*"));
    DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
    manager.deploy();
    Undertow.Builder builder =
        Undertow.builder()
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, (int) idle.toMillis());
    listening.accept(builder, manager.start());
    Undertow server = builder.build();
    server.start();
    var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    AutoCloseable stop =
        () -> {
          server.stop();
          manager.stop();
          manager.undeploy();
        };
    return new Running(
        address.getPort(),
        stop,
        () -> {
          manager.stop(); // the applications first: a server that has stopped writes nothing more
          manager.undeploy();
          server.stop();
        });
  }

  static Running grizzly(Application application, Duration idle) throws Exception {
    return grizzly(application, idle, listener -> {});
  }

  /** Has those threads read that run the application, too. */
  static Running grizzlyWithWorkers(Application application, Duration idle) throws Exception {
    return grizzly(
        application,
        idle,
        listener -> listener.getTransport().setIOStrategy(WorkerThreadIOStrategy.getInstance()));
  }

  static Running grizzly(Application application, Duration idle, Consumer<NetworkListener> setting)
      throws Exception {
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://" + HOST + ":0/"),
            ResourceConfig.forApplication(application),
            false);
    NetworkListener listener = server.getListener("grizzly");
    listener.getKeepAlive().setIdleTimeoutInSeconds((int) idle.toSeconds());
    setting.accept(listener);
    server.start();
    return new Running(
        listener.getPort(),
        server::shutdownNow,
        () -> server.shutdown(GRACE.toSeconds(), TimeUnit.SECONDS).get());
  }

  private static ServletContainer jersey(Application application) {
    return new ServletContainer(ResourceConfig.forApplication(application));
  }

  /** A server that can be stopped in two ways, once. */
  static final class Running implements TestServer {

    private final int port;
    private final AutoCloseable now;
    private final AutoCloseable gracefully;
    private boolean isEncrypted;
    private boolean stopped;

    Running(int port, AutoCloseable now, AutoCloseable gracefully) {
      this.port = port;
      this.now = now;
      this.gracefully = gracefully;
    }

    @Override
    public int port() {
      return port;
    }

    /** The same, for clients that are to know that it speaks TLS. */
    Running encrypted() {
      isEncrypted = true;
      return this;
    }

    @Override
    public Socket over(Socket connected) throws IOException {
      return isEncrypted ? TestCertificate.over(connected) : connected;
    }

    void stopGracefully() {
      stop(gracefully);
    }

    @Override
    public void close() {
      stop(now);
    }

    private void stop(AutoCloseable how) {
      if (stopped) {
        return;
      }
      stopped = true;
      try {
        how.close();
      } catch (Exception e) {
        throw new IllegalStateException("server must stop", e);
      }
    }
  }
}
