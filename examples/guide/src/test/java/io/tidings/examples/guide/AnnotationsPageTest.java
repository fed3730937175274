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
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.LimitPolicy;
import io.tidings.sse.hub.RetryPolicy;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotationsPageTest {

  private static final String REQUIRED = "must be given"; // one of the two names of it

  /**
   * What an empty text of each member means, by what the code makes of it where it can be asked.
   */
  private static final Map<String, String> MEANING_OF_EMPTY =
      Map.ofEntries(
          Map.entry("SseStream.value", REQUIRED),
          Map.entry("SseStream.path", REQUIRED),
          Map.entry("Topic.value", REQUIRED),
          Map.entry("Topic.template", REQUIRED),
          Map.entry("Topic.event", "the method's name"),
          Map.entry("Topic.name", "from the literals: `Shelves`"),
          Map.entry("Heartbeat.value", seconds(HeartbeatPolicy.DEFAULT.interval())),
          Map.entry("Heartbeat.interval", seconds(HeartbeatPolicy.DEFAULT.interval())),
          Map.entry("Heartbeat.event", "a comment, which they do not see"),
          Map.entry("Replay.age", "no limit"),
          Map.entry("Retry.value", seconds(RetryPolicy.DEFAULT.delay())),
          Map.entry("Retry.delay", seconds(RetryPolicy.DEFAULT.delay())),
          Map.entry("Limits.lifetime", "no limit"),
          Map.entry("Limits.payload", "`" + (LimitPolicy.DEFAULT.payload() >> 20) + "MB`"),
          Map.entry("Conflate.value", REQUIRED),
          Map.entry("Conflate.interval", REQUIRED),
          Map.entry("Poll.value", "`5s`"),
          Map.entry("Poll.every", "`5s`"));

  private static String seconds(Duration duration) {
    return "`" + duration.toSeconds() + "s`";
  }

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
    String[] cells = line.replaceFirst(" \\|$", "").split(" \\| ", -1);
    return cells[0].contains("`" + member.getName() + "`") && says(cells[cells.length - 1], member);
  }

  private static boolean says(String cell, Method member) {
    Object value = member.getDefaultValue();
    if (value == null) {
      return cell.equals(REQUIRED);
    }
    return value.equals("")
        ? cell.equals(MEANING_OF_EMPTY.get(nameOf(member)))
        : cell.startsWith("`" + value + "`");
  }

  private static String nameOf(Method member) {
    return member.getDeclaringClass().getSimpleName() + "." + member.getName();
  }

  private static String section(Class<? extends Annotation> annotation) throws IOException {
    String page = Files.readString(Page.ROOT.resolve("docs/annotations.md"));
    String heading = "\n## @" + annotation.getSimpleName() + "\n";
    assertThat(page).contains(heading);
    return page.split(heading, -1)[1].split("\n## ", -1)[0];
  }
}
