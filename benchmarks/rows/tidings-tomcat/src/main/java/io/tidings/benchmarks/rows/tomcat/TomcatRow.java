package io.tidings.benchmarks.rows.tomcat;

import io.tidings.benchmarks.rows.tidings.TidingsRow;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey's servlet on Tomcat. */
public final class TomcatRow extends TidingsRow {

  private static final int MAX_CONNECTIONS = 100_000;

  private final Tomcat tomcat = new Tomcat();

  @Override
  public int start() throws Exception {
    tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
    tomcat.setHostname("127.0.0.1");
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxConnections", String.valueOf(MAX_CONNECTIONS));
    connector.setProperty("acceptCount", "4096");
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    Wrapper servlet = Tomcat.addServlet(context, "jersey", new ServletContainer(application()));
    servlet.setAsyncSupported(true);
    servlet.addMapping("/*");
    tomcat.start();
    return connector.getLocalPort();
  }
}
