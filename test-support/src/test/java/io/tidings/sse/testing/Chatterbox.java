package io.tidings.sse.testing;

import java.util.concurrent.CountDownLatch;

/** A program that says a word and, asked to, waits to be stopped. */
final class Chatterbox {

  private Chatterbox() {}

  public static void main(String... words) throws InterruptedException {
    System.out.println("hello " + words[0] + " " + System.getenv("CHATTERBOX"));
    if (words[0].equals("wait")) {
      new CountDownLatch(1).await();
    }
    System.exit(3);
  }
}
