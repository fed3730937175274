package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PayloadEncodingException;
import io.tidings.sse.jaxrs.markets.MarketsPublisher;
import io.tidings.sse.jaxrs.markets.Price;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.jsonb.JsonBindingFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose JSON an event carries. */
final class PayloadIT {

  private static final Price PRICE = new Price("ACME", new BigDecimal("1.5"));
  private static final String SNAKE = "data: {\"symbol\":\"ACME\",\"last_price\":1.5}\n\n";
  private static final String CAMEL = "data: {\"symbol\":\"ACME\",\"lastPrice\":1.5}\n\n";

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeEverything() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  private Hub opened(Hub hub) {
    open.add(() -> hub.close(Duration.ofMillis(500)));
    return hub;
  }

  private TestServer serve(Hub hub, ResourceConfig application) throws IOException {
    TestServer server = GrizzlyServer.start(application.register(SseFeature.of(hub)));
    open.add(server);
    return server;
  }

  private RawResponse stream(TestServer server) throws IOException {
    RawClient client = RawClient.to(server.port());
    open.add(client);
    RawResponse stream = client.get("/markets/prices/ACME");
    stream.block();
    stream.block();
    return stream;
  }

  /** What a reader gets when a price is published. */
  private String published(Hub hub, ResourceConfig application) throws IOException {
    RawResponse stream = stream(serve(opened(hub), application));
    new MarketsPublisher(hub).price("ACME", PRICE);
    return stream.block();
  }

  private static final class SnakeMapper implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
      return new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }
  }

  private static final class SnakeBinding implements ContextResolver<Jsonb> {
    @Override
    public Jsonb getContext(Class<?> type) {
      return JsonbBuilder.create(
          new JsonbConfig()
              .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));
    }
  }

  private static ResourceConfig jackson() {
    return withoutDiscovery().register(JacksonFeature.class);
  }

  /** Several JSON libraries are on the class path of the tests. */
  private static ResourceConfig withoutDiscovery() {
    return new ResourceConfig().property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
  }

  @Test
  void theApplicationsOwnObjectMapperIsHonoured() throws Exception {
    assertThat(published(Hub.create(), jackson().register(new SnakeMapper()))).endsWith(SNAKE);
  }

  @Test
  void theApplicationsOwnJsonbIsHonoured() throws Exception {
    ResourceConfig application =
        withoutDiscovery().register(JsonBindingFeature.class).register(new SnakeBinding());

    assertThat(published(Hub.create(), application)).contains("\"last_price\":1.5");
  }

  @Test
  void theHubsOwnCodecWins() throws Exception {
    Hub hub = Hub.builder().codec(JacksonCodec.of(new ObjectMapper())).build();

    assertThat(published(hub, jackson().register(new SnakeMapper()))).endsWith(CAMEL);
  }

  @Test
  void aPublishBeforeTheApplicationHasStartedSaysWhatToDo() {
    MarketsPublisher markets = new MarketsPublisher(opened(Hub.create()));

    assertThatThrownBy(() -> markets.price("ACME", PRICE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("codec");
    markets.alert("text needs none");
  }

  @Test
  void twoApplicationsThatWriteAlikeShareAHub() throws Exception {
    Hub hub = opened(Hub.create());
    RawResponse one = stream(serve(hub, jackson().register(new SnakeMapper())));
    RawResponse two = stream(serve(hub, jackson().register(new SnakeMapper())));

    new MarketsPublisher(hub).price("ACME", PRICE);

    assertThat(one.block()).endsWith(SNAKE);
    assertThat(two.block()).endsWith(SNAKE);
  }

  @Test
  void twoApplicationsThatWriteDifferentlyDoNotShareAHub() throws Exception {
    Hub hub = opened(Hub.create());
    serve(hub, jackson().register(new SnakeMapper()));

    assertThatThrownBy(() -> serve(hub, jackson())).hasStackTraceContaining("codec");
  }

  @Test
  void anApplicationMayComeAfterOneThatHasEnded() throws Exception {
    Hub hub = opened(Hub.create());
    serve(hub, jackson().register(new SnakeMapper())).close();

    RawResponse stream = stream(serve(hub, jackson()));
    new MarketsPublisher(hub).price("ACME", PRICE);

    assertThat(stream.block()).endsWith(CAMEL);
  }

  /** A writer that cannot do without a request. */
  @Produces(MediaType.APPLICATION_JSON)
  public static final class NeedyWriter implements MessageBodyWriter<Price> {

    @Context private HttpHeaders request;

    @Override
    public boolean isWriteable(
        Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
      return type == Price.class;
    }

    @Override
    public void writeTo(
        Price price,
        Class<?> type,
        Type generic,
        Annotation[] annotations,
        MediaType media,
        MultivaluedMap<String, Object> headers,
        OutputStream out)
        throws IOException {
      out.write(request.getRequestHeader("Host").get(0).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aWriterThatNeedsARequestIsToldApart() throws Exception {
    Hub hub = opened(Hub.create());
    serve(hub, jackson().register(NeedyWriter.class));

    assertThatThrownBy(() -> new MarketsPublisher(hub).price("ACME", PRICE))
        .isInstanceOf(PayloadEncodingException.class)
        .hasStackTraceContaining("must work without a request")
        .hasStackTraceContaining("Hub.builder().codec(");
  }
}
