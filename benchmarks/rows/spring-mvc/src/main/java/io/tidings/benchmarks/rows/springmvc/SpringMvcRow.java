package io.tidings.benchmarks.rows.springmvc;

import io.tidings.benchmarks.harness.RowServer;
import io.tidings.benchmarks.rows.embedded.LoopbackTomcat;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** A list of emitters that the publishing thread sends to, one after another. */
public final class SpringMvcRow implements RowServer {

  private final EventsController controller = new EventsController();

  @Override
  public int start() throws Exception {
    return LoopbackTomcat.start(new DispatcherServlet(application()), "/");
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
