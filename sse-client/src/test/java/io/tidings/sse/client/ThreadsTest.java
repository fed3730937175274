package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ThreadsTest {

  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  @Test
  void startsAVirtualThreadWhereThereAreAnyAndADaemonElse() throws Exception {
    CompletableFuture<Thread> started = new CompletableFuture<>();

    Threads.start("sse-test", () -> started.complete(Thread.currentThread()));

    Thread thread = started.get(20, TimeUnit.SECONDS);
    assertThat(thread.getName()).isEqualTo("sse-test");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(isVirtual(thread))
        .isEqualTo(Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS);
  }

  // Not known to Java 17, which this is compiled for.
  private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
    return Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS
        && (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
  }
}
