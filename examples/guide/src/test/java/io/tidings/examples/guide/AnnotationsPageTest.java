package io.tidings.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.annotations.Backpressure;
import io.tidings.sse.annotations.Conflate;
import io.tidings.sse.annotations.Filter;
import io.tidings.sse.annotations.Guard;
import io.tidings.sse.annotations.Heartbeat;
import io.tidings.sse.annotations.Limits;
import io.tidings.sse.annotations.Poll;
import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.Retry;
import io.tidings.sse.annotations.Snapshot;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotationsPageTest {

  static List<Class<? extends Annotation>> annotations() {
    return List.of(
        SseStream.class,
        Topic.class,
        Heartbeat.class,
        Replay.class,
        Backpressure.class,
        Retry.class,
        Limits.class,
        Guard.class,
        Conflate.class,
        Poll.class,
        Snapshot.class,
        Filter.class);
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void hasARowForEachMemberWithItsDefault(Class<? extends Annotation> annotation)
      throws IOException {
    String section = section(annotation);

    assertThat(section).contains("```java ");
    for (Method member : annotation.getDeclaredMethods()) {
      assertThat(section.lines())
          .as(member.getName())
          .anyMatch(line -> line.startsWith("| ") && shows(line, member));
    }
  }

  private static boolean shows(String line, Method member) {
    String text = String.valueOf(member.getDefaultValue());
    return line.split(" \\| ", -1)[0].contains("`" + member.getName() + "`")
        && (text.isEmpty() || text.equals("null") || line.contains("| `" + text + "`"));
  }

  private static String section(Class<? extends Annotation> annotation) throws IOException {
    String page = Files.readString(Page.ROOT.resolve("docs/annotations.md"));
    String heading = "\n## @" + annotation.getSimpleName() + "\n";
    assertThat(page).contains(heading);
    return page.split(heading, -1)[1].split("\n## ", -1)[0];
  }
}
