package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is killed while it publishes has lost nothing that it had acknowledged. */
@Timeout(900)
class KillIT {

  private static final int ROUNDS = Integer.getInteger("tidings.kill.rounds", 5);

  /** The process is killed in the same way: a few rounds show that nothing else is. */
  private static final int SOME = Math.min(ROUNDS, 5);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"INTERVAL", "ALWAYS"})
  void everyAcknowledgedEventIsReplayedWhateverTheDurability(Durability durability)
      throws Exception {
    Proof proof = new KillRounds(folder, durability).run(SOME);

    System.out.println("kill -9, " + durability + ": " + proof);
    assertThat(proof.acknowledged()).isGreaterThan(SOME * 100);
    assertThat(proof.lost()).isZero();
    assertThat(proof.repeated()).isZero();
    assertThat(proof.gaps()).isZero();
  }

  @Test
  void everyAcknowledgedEventIsReplayedAfterEveryKill() throws Exception {
    Proof proof = new KillRounds(folder).run(ROUNDS);

    System.out.println("kill -9: " + proof);
    assertThat(proof.acknowledged()).isGreaterThan(ROUNDS * 100);
    assertThat(proof.lost()).isZero();
    assertThat(proof.repeated()).isZero();
    assertThat(proof.gaps()).isZero();
  }
}
