package io.tidings.benchmarks.rows.resume;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** What Jersey runs in; with its default settings where nothing else is said. */
enum Container {
  /** Jersey's own server. */
  GRIZZLY {
    @Override
    int start(ResourceConfig application) throws IOException {
      URI address = URI.create("http://127.0.0.1:0/");
      HttpServer server = GrizzlyHttpServerFactory.createHttpServer(address, application, false);
      server.start();
      return server.getListeners().iterator().next().getPort();
    }
  },
  /** Jersey's own server, which reads a request no sooner than a thread can answer it. */
  GRIZZLY_WORKERS {
    @Override
    int start(ResourceConfig application) throws IOException {
      URI address = URI.create("http://127.0.0.1:0/");
      HttpServer server = GrizzlyHttpServerFactory.createHttpServer(address, application, false);
      NetworkListener listener = server.getListeners().iterator().next();
      listener.getTransport().setIOStrategy(WorkerThreadIOStrategy.getInstance());
      server.start();
      return listener.getPort();
    }
  },
  /**
   * Jersey's servlet on Jetty, with as long a line of connections to be accepted as Grizzly has:
   * the default is 50, and whoever finds no place in it tries again after one second, two, four.
   */
  JETTY {
    @Override
    int start(ResourceConfig application) throws Exception {
      Server server = new Server();
      ServerConnector connector = new ServerConnector(server);
      connector.setHost("127.0.0.1");
      connector.setAcceptQueueSize(4096);
      server.addConnector(connector);
      ServletHolder servlet = new ServletHolder(new ServletContainer(application));
      servlet.setAsyncSupported(true);
      ServletContextHandler context = new ServletContextHandler("/");
      context.addServlet(servlet, "/*");
      server.setHandler(context);
      server.start();
      return connector.getLocalPort();
    }
  };

  /** The container of that name, in small letters with hyphens. */
  static Container named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Starts listening on a free loopback port and returns it. */
  abstract int start(ResourceConfig application) throws Exception;
}
