package io.tidings.benchmarks;

import io.tidings.benchmarks.all.AllBench;
import io.tidings.benchmarks.blocker.BlockerBench;
import io.tidings.benchmarks.continuity.ContinuityBench;
import io.tidings.benchmarks.fanout.FanoutBench;
import io.tidings.benchmarks.farewell.FarewellBench;
import io.tidings.benchmarks.memory.MemoryBench;
import io.tidings.benchmarks.micro.MicroBench;
import io.tidings.benchmarks.parser.ParserBench;
import io.tidings.benchmarks.processor.ProcessorBench;
import io.tidings.benchmarks.publish.PublishBench;
import io.tidings.benchmarks.report.Report;
import io.tidings.benchmarks.report.ResultFiles;
import io.tidings.benchmarks.topics.TopicsBench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The command line of the measuring instrument. */
public final class Benchmarks {

  private static final int USAGE_ERROR = 2;
  private static final int MOST_ROUNDS = 3;

  private Benchmarks() {}

  /** All that can be measured. */
  static List<Bench> all() {
    List<Bench> single =
        List.of(
            new FanoutBench(),
            new MemoryBench(),
            new PublishBench(),
            new ContinuityBench(),
            new TopicsBench(),
            new FarewellBench(),
            new BlockerBench(),
            new ProcessorBench(),
            new ParserBench(),
            new MicroBench());
    List<Bench> all = new ArrayList<>(single);
    all.add(new AllBench(single));
    return all;
  }

  /** Measures what the command line asks for. */
  public static void main(String[] words) throws IOException {
    List<Bench> benches = all();
    try {
      Arguments arguments = Arguments.parse(List.of(words), benches);
      run(arguments, benches);
    } catch (UsageException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(USAGE_ERROR);
    }
  }

  private static void run(Arguments arguments, List<Bench> benches) throws IOException {
    Report report = new Report(System.out, System.err, arguments.json());
    Bench bench =
        benches.stream()
            .filter(one -> one.name().equals(arguments.what()))
            .findFirst()
            .orElseThrow();
    int rounds = arguments.rounds().orElse(MOST_ROUNDS);
    Budget budget = new Budget(System::nanoTime, bench.time(arguments.quick()), rounds);
    bench.run(arguments, budget, report);
    if (!arguments.quick()) {
      report.printTables();
    }
    if (arguments.out().isPresent()) {
      ResultFiles.write(arguments.out().get(), report.results());
    }
  }
}
