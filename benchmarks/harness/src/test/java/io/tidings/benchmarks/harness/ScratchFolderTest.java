package io.tidings.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ScratchFolderTest {

  @Test
  void isGoneWithEverythingInItWhenItIsClosed() throws IOException {
    ScratchFolder folder = ScratchFolder.named("scratch");
    Files.writeString(Files.createDirectory(folder.path().resolve("below")).resolve("file"), "x");

    folder.close();

    assertThat(folder.path()).doesNotExist();
  }
}
