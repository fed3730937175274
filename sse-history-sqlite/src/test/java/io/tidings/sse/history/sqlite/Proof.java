package io.tidings.sse.history.sqlite;

/**
 * The figures of one proof.
 *
 * @param acknowledged events whose publish had returned
 * @param lost how many of them a reader has not seen, and was not told of
 * @param repeated how many events it has seen twice
 * @param gaps how many gaps it was told of
 * @param rounds how often something happened to it
 */
public record Proof(int acknowledged, int lost, int repeated, int gaps, int rounds) {

  @Override
  public String toString() {
    return String.format(
        "acknowledged=%d lost=%d repeated=%d gaps=%d rounds=%d",
        acknowledged, lost, repeated, gaps, rounds);
  }
}
