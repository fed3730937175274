package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** Tomcat that stops while streams are open, and its hub lives on for the next one. */
final class TomcatStopIT extends ContainerContract {

  private static final int READERS = 20;

  @Override
  TestServer.Starter container() {
    return KitServers::tomcat;
  }

  @Test
  void everyReaderGetsTheRestAndADelayAndACleanEndAndGoesOnWhereItWas() throws Exception {
    List<RawResponse> streams = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      streams.add(live("/markets/alerts"));
    }
    markets.alert("last words");

    long start = System.nanoTime();
    server.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    String seen = "";
    for (RawResponse stream : streams) {
      String rest = stream.rest(); // fails where there is no clean end
      assertThat(rest).contains("data: last words\n\n").containsPattern("retry: [0-9]+\n\n");
      seen = idOf(rest);
    }
    await().until(() -> hub.connections().isEmpty());
    markets.alert("while nobody listened");
    server = container().start(application());
    RawResponse again = get("/markets/alerts", "Last-Event-ID: " + seen);
    again.block();
    assertThat(again.block()).endsWith("data: while nobody listened\n\n");
  }

  private ResourceConfig application() {
    return new ResourceConfig().register(SseFeature.of(hub));
  }

  @Test
  void anApplicationThatIsStartedAgainEndsItsStreamsAtEachStopAndIsLetGoOf() throws Exception {
    server.close();
    Tomcat tomcat = new Tomcat();
    server = KitServers.tomcat(tomcat, application(), KitServers.PATIENT);
    Context context = (Context) tomcat.getHost().findChildren()[0];
    int listeners = context.findLifecycleListeners().length;

    for (int round = 0; round < 2; round++) {
      RawResponse stream = live("/markets/alerts");
      assertThat(context.findLifecycleListeners()).hasSize(listeners + 1);

      context.stop();

      assertThat(stream.rest()).containsPattern("retry: [0-9]+\n\n");
      assertThat(context.findLifecycleListeners()).hasSize(listeners);
      KitServers.serve(context, application());
      context.start();
    }
  }

  @Test
  void anApplicationThatStopsLeavesTheReadersOfAnotherOnTheSameHubAlone() throws Exception {
    server.close();
    Tomcat tomcat = new Tomcat();
    server = KitServers.tomcat(tomcat, application(), KitServers.PATIENT);
    Context other = tomcat.addContext("/other", null);
    KitServers.serve(other, application());
    other.start();
    RawResponse stays = live("/markets/alerts");
    RawResponse ends = live("/other/markets/alerts");

    other.stop();

    assertThat(ends.rest()).containsPattern("retry: [0-9]+\n\n");
    markets.alert("still here");
    assertThat(stays.block()).endsWith("data: still here\n\n");
  }
}
