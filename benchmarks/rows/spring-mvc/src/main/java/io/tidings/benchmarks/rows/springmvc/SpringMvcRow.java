package io.tidings.benchmarks.rows.springmvc;

import io.tidings.benchmarks.harness.RowServer;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** A list of emitters that the publishing thread sends to, one after another. */
public final class SpringMvcRow implements RowServer {

  private static final int MAX_CONNECTIONS = 100_000;

  private final EventsController controller = new EventsController();
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
    Wrapper servlet = Tomcat.addServlet(context, "spring", new DispatcherServlet(application()));
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1);
    servlet.addMapping("/");
    tomcat.start();
    return connector.getLocalPort();
  }

  private AnnotationConfigWebApplicationContext application() {
    AnnotationConfigWebApplicationContext application = new AnnotationConfigWebApplicationContext();
    application.register(WebConfiguration.class);
    application.addBeanFactoryPostProcessor(
        factory -> factory.registerSingleton("events", controller));
    return application;
  }

  @Override
  public void publish(String id, String data) {
    controller.send(id, data);
  }

  @Override
  public int readers() {
    return controller.readers();
  }
}
