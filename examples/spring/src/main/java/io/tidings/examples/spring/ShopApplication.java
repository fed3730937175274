package io.tidings.examples.spring;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import java.time.Duration;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;

/** A Spring Boot application with one stream. */
@SpringBootApplication
public class ShopApplication {

  /** Starts on port 8080. */
  public static void main(String... arguments) {
    SpringApplication.run(ShopApplication.class, arguments);
  }

  // tag::spring[]
  @Bean
  Hub hub() {
    return Hub.create();
  }

  /** Before the server's graceful stop, which would wait for open streams. */
  @Bean
  ApplicationListener<ContextClosedEvent> drain(Hub hub) {
    return closing -> hub.close(Duration.ofSeconds(10));
  }

  @Bean
  ResourceConfig jersey(Hub hub) {
    return new ResourceConfig(OrderDesk.class).register(SseFeature.of(hub));
  }
  // end::spring[]
}
