package io.tidings.sse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPathTest {

  @TempDir private Path folder;

  @Test
  void findsAProgramInALaterFolder() throws IOException {
    Path program = Files.createFile(folder.resolve("tool"));
    assertThat(program.toFile().setExecutable(true)).isTrue();

    assertThat(SearchPath.of("/nowhere::" + folder).find("tool")).contains(program);
  }

  @Test
  void doesNotTakeAFileThatCannotBeRun() throws IOException {
    Files.createFile(folder.resolve("notes"));

    assertThat(SearchPath.of(folder.toString()).find("notes")).isEmpty();
  }

  @Test
  void isEmptyWithoutTheVariable() {
    assertThat(SearchPath.of(null).folders()).isEmpty();
  }

  @Test
  void namesTheProgramThatIsNotThere() {
    assertThatExceptionOfType(MissingProgramException.class)
        .isThrownBy(() -> SearchPath.of(folder.toString()).get("tool"))
        .withMessage("program must be on PATH; was tool");
  }
}
