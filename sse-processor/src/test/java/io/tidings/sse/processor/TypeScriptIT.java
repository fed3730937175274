package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.RequiresProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generated client under the TypeScript compiler, and at work in Node. */
@RequiresProgram({"node", "npm"})
class TypeScriptIT {
  /** Stricter than {@code --strict}, because users may be. */
  private static final List<String> STRICT =
      List.of(
          "--strict",
          "--noUncheckedIndexedAccess",
          "--exactOptionalPropertyTypes",
          "--noImplicitOverride",
          "--noImplicitReturns",
          "--noFallthroughCasesInSwitch",
          "--noUnusedLocals",
          "--noUnusedParameters",
          "--isolatedModules",
          "--verbatimModuleSyntax",
          "--erasableSyntaxOnly",
          "--declaration",
          "--module",
          "esnext",
          "--target",
          "es2022",
          "--lib",
          "es2022,dom");

  private static Path folder;

  @BeforeAll
  static void generate() throws IOException {
    folder = Npm.install();
    Files.writeString(
        folder.resolve("Exchange.ts"), Generated.text(Generated.exchange(), "Exchange.ts"));
  }

  private static Npm.Result compile(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(STRICT);
    all.addAll(List.of(arguments));
    return Npm.runInstalled("tsc", all);
  }

  @Test
  void isAcceptedTogetherWithAProgramThatUsesIt() throws IOException {
    assertThat(compile("--noEmit", "programs/dashboard.ts")).isEqualTo(new Npm.Result(0, ""));
  }

  @Test
  void refusesEachWrongProgramOnTheLineThatIsWrong() throws IOException {
    List<String> programs = programs("wrong");
    List<String> arguments = new ArrayList<>(List.of("--noEmit"));
    arguments.addAll(programs);

    Npm.Result result = compile(arguments.toArray(String[]::new));

    assertThat(programs).hasSizeGreaterThan(12);
    assertThat(result.lines().stream().filter(line -> line.contains("): error TS")))
        .extracting(line -> line.replaceAll(",\\d+\\): .*", ""))
        .containsExactlyInAnyOrderElementsOf(programs.stream().map(TypeScriptIT::place).toList());
  }

  /** A program and the line that it marks as wrong: {@code wrong/event.ts(4}. */
  private static String place(String program) {
    List<String> lines = Streams.text(folder.resolve(program)).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("// wrong")) {
        return program + "(" + (i + 1);
      }
    }
    throw new IllegalStateException(program + " must mark its wrong line");
  }

  private static List<String> programs(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> name + "/" + file.getFileName()).sorted().toList();
    }
  }

  @Test
  void behavesAsItSays() throws IOException {
    assertThat(compile("--outDir", "js", "Exchange.ts")).isEqualTo(new Npm.Result(0, ""));
    Files.writeString(folder.resolve("js/package.json"), "{\"type\": \"module\"}\n");

    Npm.Result result = Npm.run("node", "--test", "client.test.mjs");

    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).containsPattern("pass (19|[2-9]\\d)");
  }

  @Test
  void acceptsTheClientOfEveryGoodStream() throws IOException {
    Path streams = Files.createDirectories(folder.resolve("good"));
    List<String> arguments = new ArrayList<>(List.of("--noEmit"));
    for (String name : Streams.resources("good")) {
      for (var file : Streams.compile(Streams.resource(name)).generatedFiles()) {
        if (file.getName().endsWith(".ts")) {
          Path target = streams.resolve(Path.of(file.getName()).getFileName().toString());
          Files.writeString(target, Streams.text(file));
          arguments.add("good/" + target.getFileName());
        }
      }
    }

    assertThat(arguments).hasSizeGreaterThan(3);
    assertThat(compile(arguments.toArray(String[]::new))).isEqualTo(new Npm.Result(0, ""));
  }
}
