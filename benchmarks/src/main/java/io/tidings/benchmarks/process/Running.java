package io.tidings.benchmarks.process;

/** A process of a run, which is ended when it is closed; closing it again does nothing. */
public sealed interface Running extends AutoCloseable permits RowProcess, LoadProcess {

  @Override
  void close();
}
