package io.tidings.benchmarks;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the command line asks for. Immutable. */
public final class Arguments {

  /** How to call the program. */
  static final String USAGE =
      Stream.of(Flag.values())
          .map(Flag::usage)
          .collect(Collectors.joining(" ", "usage: java -jar benchmarks.jar WHAT ", ""));

  private final String what;
  private final Map<Flag, String> flags;

  private Arguments(String what, Map<Flag, String> flags) {
    this.what = what;
    this.flags = flags;
  }

  /** Reads the command line. */
  static Arguments parse(List<String> words, List<Bench> benches) throws UsageException {
    Deque<String> rest = new ArrayDeque<>(words);
    String what = rest.isEmpty() ? "" : rest.remove();
    List<String> names = benches.stream().map(Bench::name).toList();
    require("WHAT", what, names);
    Bench bench = benches.get(names.indexOf(what));
    Map<Flag, String> flags = new EnumMap<>(Flag.class);
    while (!rest.isEmpty()) {
      Flag flag = flag(rest.remove());
      requireSuited(flag, bench, benches);
      flags.put(flag, flag.hasValue() ? value(flag, rest, bench) : "");
    }
    return new Arguments(what, flags);
  }

  private static Flag flag(String text) throws UsageException {
    require("flag", text, Flag.texts());
    return Flag.of(text).orElseThrow();
  }

  private static void requireSuited(Flag flag, Bench bench, List<Bench> benches)
      throws UsageException {
    if (!flag.suits(bench)) {
      String texts =
          Stream.of(Flag.values())
              .filter(one -> one.suits(bench))
              .map(Flag::text)
              .collect(Collectors.joining(", "));
      String others =
          benches.stream().filter(flag::suits).map(Bench::name).collect(Collectors.joining(", "));
      throw usage(
          "flag of %s must be one of %s; was '%s', which is for %s. Leave it out"
              .formatted(bench.name(), texts, flag.text(), others));
    }
  }

  private static String value(Flag flag, Deque<String> rest, Bench bench) throws UsageException {
    if (rest.isEmpty()) {
      throw usage(flag.text() + " must have a value; was last");
    }
    String value = rest.remove();
    if (flag.isNumber() && !value.matches("[1-9]\\d{0,6}")) {
      throw usage("value of " + flag.text() + " must be a positive number; was '" + value + "'");
    }
    if (flag == Flag.ROWS) {
      requireAll(flag, value, bench.rows());
    }
    if (flag == Flag.MODES) {
      requireAll(flag, value, bench.modes());
    }
    return value;
  }

  private static void requireAll(Flag flag, String values, List<String> known)
      throws UsageException {
    for (String value : list(values)) {
      require("value of " + flag.text(), value, known);
    }
  }

  private static void require(String subject, String value, List<String> known)
      throws UsageException {
    if (!known.contains(value)) {
      throw usage(
          subject + " must be one of " + String.join(", ", known) + "; was '" + value + "'");
    }
  }

  private static UsageException usage(String problem) {
    return new UsageException(USAGE + "\n" + problem);
  }

  private static List<String> list(String values) {
    return List.of(values.split(",", -1));
  }

  /** The name of the benchmark. */
  String what() {
    return what;
  }

  /** Whether a short run is enough. */
  public boolean quick() {
    return flags.containsKey(Flag.QUICK);
  }

  /** The rows of this benchmark that are asked for. */
  public List<String> rowsOf(Bench bench) {
    String rows = flags.get(Flag.ROWS);
    if (rows != null) {
      return list(rows).stream().distinct().toList();
    }
    return quick() ? bench.quickRows() : bench.rows();
  }

  /** The modes that are asked for; none when all are. */
  public List<String> modes() {
    String modes = flags.get(Flag.MODES);
    return modes == null ? List.of() : list(modes);
  }

  /** How many readers are asked for instead of the usual loads. */
  public OptionalInt readers() {
    return number(Flag.READERS);
  }

  /** How many events a second are asked for instead of the usual loads. */
  public OptionalInt rate() {
    return number(Flag.RATE);
  }

  /** How long each measurement is to take. */
  public OptionalInt seconds() {
    return number(Flag.SECONDS);
  }

  /** How many rounds there are at most. */
  OptionalInt rounds() {
    return number(Flag.ROUNDS);
  }

  private OptionalInt number(Flag flag) {
    String value = flags.get(flag);
    return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  /** The file that also gets the lines of JSON. */
  Optional<Path> json() {
    return Optional.ofNullable(flags.get(Flag.JSON)).map(Path::of);
  }

  /** The folder that gets the files for the documentation. */
  Optional<Path> out() {
    return Optional.ofNullable(flags.get(Flag.OUT)).map(Path::of);
  }
}
