package io.tidings.benchmarks.rows.embedded;

import jakarta.servlet.Servlet;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with its defaults, but for how many connections it takes. */
public final class LoopbackTomcat {

  private static final int MAX_CONNECTIONS = 100_000;

  private LoopbackTomcat() {}

  /** Starts one that listens on a free loopback port for this servlet, and returns the port. */
  public static int start(Servlet servlet, String mapping) throws LifecycleException {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
    tomcat.setHostname("127.0.0.1");
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxConnections", String.valueOf(MAX_CONNECTIONS));
    connector.setProperty("acceptCount", "4096");
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    Wrapper wrapper = Tomcat.addServlet(context, "row", servlet);
    wrapper.setAsyncSupported(true);
    wrapper.setLoadOnStartup(1);
    wrapper.addMapping(mapping);
    tomcat.start();
    return connector.getLocalPort();
  }
}
