package io.tidings.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.benchmarks.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static final Bench FANOUT =
      new Named(
          "fanout",
          List.of("limit", "vertx"),
          List.of("paced"),
          EnumSet.of(Flag.READERS, Flag.RATE, Flag.SECONDS, Flag.ROUNDS));
  private static final Bench MEMORY =
      new Named("memory", List.of("limit"), List.of("paced"), Set.of());
  private static final Bench ALL = new Named("all", List.of(), List.of(), Set.of());

  @Test
  void readsEveryFlag() throws UsageException {
    Arguments arguments =
        parse(
            "fanout --quick --rows vertx,limit --json a.json --out docs --modes paced"
                + " --readers 20 --rate 4000 --seconds 300 --rounds 1");

    assertThat(arguments.quick()).isTrue();
    assertThat(arguments.rowsOf(FANOUT)).containsExactly("vertx", "limit");
    assertThat(arguments.json()).contains(Path.of("a.json"));
    assertThat(arguments.out()).contains(Path.of("docs"));
    assertThat(arguments.modes()).containsExactly("paced");
    assertThat(arguments.readers()).hasValue(20);
    assertThat(arguments.rate()).hasValue(4_000);
    assertThat(arguments.seconds()).hasValue(300);
    assertThat(arguments.rounds()).hasValue(1);
  }

  @Test
  void meansAllRowsWhenNoneIsNamed() throws UsageException {
    assertThat(parse("fanout").rowsOf(FANOUT)).containsExactly("limit", "vertx");
  }

  @Test
  void meansTheQuickRowsInAQuickRun() throws UsageException {
    assertThat(parse("fanout --quick").rowsOf(FANOUT)).containsExactly("limit");
  }

  @Test
  void listsWhatCanBeMeasured() {
    assertThatThrownBy(() -> parse("fanuot"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("WHAT must be one of fanout, memory, all; was 'fanuot'");
    assertThatThrownBy(() -> parse(""))
        .hasMessageContaining("WHAT must be one of fanout, memory, all");
  }

  @Test
  void listsTheRowsOfWhatIsMeasured() {
    assertThatThrownBy(() -> parse("memory --rows vertx"))
        .hasMessageContaining("value of --rows must be one of limit; was 'vertx'");
  }

  @Test
  void listsTheFlags() {
    assertThatThrownBy(() -> parse("memory --fast"))
        .hasMessageContaining("flag must be one of --quick, --rows")
        .hasMessageContaining("was '--fast'");
  }

  @Test
  void refusesAFlagWithoutItsValue() {
    assertThatThrownBy(() -> parse("memory --json"))
        .hasMessageContaining("--json must have a value; was last");
  }

  @Test
  void refusesANumberThatIsNone() {
    assertThatThrownBy(() -> parse("fanout --readers many"))
        .hasMessageContaining("value of --readers must be a positive number; was 'many'");
  }

  @Test
  void refusesALoadThatTheBenchmarkWouldIgnore() {
    assertThatThrownBy(() -> parse("memory --readers 50"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(
            "flag of memory must be one of --quick, --rows, --json, --out, --modes; was"
                + " '--readers', which is for fanout. Leave it out");
    assertThatThrownBy(() -> parse("memory --rate 5")).hasMessageContaining("was '--rate'");
    assertThatThrownBy(() -> parse("memory --seconds 5")).hasMessageContaining("was '--seconds'");
  }

  @Test
  void namesTheBenchmarksThatHaveRowsWhereOneHasNone() {
    assertThatThrownBy(() -> parse("all --rows limit"))
        .hasMessageContaining(
            "flag of all must be one of --quick, --json, --out; was '--rows', which is for fanout,"
                + " memory. Leave it out");
    assertThatThrownBy(() -> parse("all --modes paced"))
        .hasMessageContaining("was '--modes', which is for fanout, memory");
  }

  @Test
  void everyBenchmarkTakesTheFlagsThatItsPageNames() throws UsageException {
    List<Bench> benches = Benchmarks.all();

    for (String line :
        List.of(
            "fanout --readers 1 --rate 1 --seconds 1 --modes paced --rows limit",
            "blocker --readers 1 --rate 1 --seconds 1 --rows guard",
            "continuity --readers 1 --rows resume",
            "parser --seconds 1 --modes 1-kb-lines --rows tidings",
            "memory --rows limit",
            "all --quick")) {
      assertThat(Arguments.parse(List.of(line.split(" ", -1)), benches).what())
          .isEqualTo(line.split(" ", -1)[0]);
    }
  }

  private static Arguments parse(String line) throws UsageException {
    List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
    return Arguments.parse(words, List.of(FANOUT, MEMORY, ALL));
  }

  private record Named(String name, List<String> rows, List<String> modes, Set<Flag> loads)
      implements Bench {

    @Override
    public List<String> quickRows() {
      return rows.subList(0, 1);
    }

    @Override
    public Duration time(boolean quick) {
      return Duration.ZERO;
    }

    @Override
    public void run(Arguments arguments, Budget budget, Report report) {
      throw new UnsupportedOperationException();
    }
  }
}
