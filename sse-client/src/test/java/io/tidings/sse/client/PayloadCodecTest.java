package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PayloadCodecTest {

  /** A payload that every library reads. */
  public static final class Point {
    /** A field. */
    public int x;
  }

  @Test
  void readsWithEachLibrary() throws Exception {
    byte[] json = "[{\"x\":7,\"newer\":{}}]".getBytes(StandardCharsets.UTF_8);
    var type = new PayloadType<List<Point>>() {}.type();
    for (PayloadCodec codec :
        List.of(PayloadCodec.jackson2(), PayloadCodec.jackson3(), PayloadCodec.jsonb())) {
      assertThat(((List<?>) codec.decode(json, type)).get(0))
          .isInstanceOfSatisfying(Point.class, point -> assertThat(point.x).isEqualTo(7));
    }
  }

  @Test
  void findsTheFirstLibraryThatIsThere() {
    String[] libraries = {
      "com.fasterxml.jackson.databind", "tools.jackson.databind", "jakarta.json.bind"
    };

    assertThat(find(Set.of())).isInstanceOf(Jackson2Codec.class);
    assertThat(find(Set.of(libraries[0]))).isInstanceOf(Jackson3Codec.class);
    assertThat(find(Set.of(libraries[0], libraries[1]))).isInstanceOf(JsonbCodec.class);
    assertThatThrownBy(() -> find(Set.of(libraries)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("payloads must have a JSON library; was none.");
  }

  private static PayloadCodec find(Set<String> missing) {
    return ClassPathCodec.get(
        new ClassLoader(PayloadCodecTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (missing.stream().anyMatch(name::startsWith)) {
              throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
          }
        });
  }
}
