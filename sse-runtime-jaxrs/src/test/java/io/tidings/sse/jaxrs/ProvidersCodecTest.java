package io.tidings.sse.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.PayloadType;
import io.tidings.sse.jaxrs.markets.Price;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ProvidersCodecTest {

  private static final Type PRICES = new PayloadType<List<Price>>() {}.type();

  @Test
  void anApplicationWithoutJsonUsesTheLibraryOfTheClassPath() throws Exception {
    ProvidersCodec codec = new ProvidersCodec(new NoProviders());
    List<Price> prices = List.of(new Price("ACME", new BigDecimal("1.5")));

    byte[] bytes = codec.encode(prices, PRICES);

    assertThat(new String(bytes, UTF_8)).isEqualTo("[{\"symbol\":\"ACME\",\"lastPrice\":1.5}]");
    assertThat(codec.decode(bytes, PRICES)).isEqualTo(prices);
  }

  /** An application that knows nothing. */
  private static final class NoProviders implements Providers {

    @Override
    public <T> @Nullable MessageBodyReader<T> getMessageBodyReader(
        Class<T> type, Type generic, Annotation[] annotations, MediaType media) {
      return null;
    }

    @Override
    public <T> @Nullable MessageBodyWriter<T> getMessageBodyWriter(
        Class<T> type, Type generic, Annotation[] annotations, MediaType media) {
      return null;
    }

    @Override
    public <T extends Throwable> @Nullable ExceptionMapper<T> getExceptionMapper(Class<T> type) {
      return null;
    }

    @Override
    public <T> @Nullable ContextResolver<T> getContextResolver(Class<T> type, MediaType media) {
      return null;
    }
  }
}
