package io.tidings.benchmarks.rows.tomcat;

import io.tidings.benchmarks.rows.embedded.LoopbackTomcat;
import io.tidings.benchmarks.rows.tidings.TidingsRow;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey's servlet on Tomcat. */
public final class TomcatRow extends TidingsRow {

  @Override
  public int start() throws Exception {
    return LoopbackTomcat.start(new ServletContainer(application()), "/*");
  }
}
