package io.tidings.sse.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lets lanes that deliver go first, but not for long. Safe for any thread. */
final class RightOfWay {

  /** After that whoever waits has its share, however busy the lanes are. */
  private static final long LONGEST_WAIT = Duration.ofMillis(1).toNanos();

  private static final int LOOKS = 5;

  private final BooleanSupplier lanesAreBusy;

  /** Asks whether a lane delivers at this moment. */
  RightOfWay(BooleanSupplier lanesAreBusy) {
    this.lanesAreBusy = lanesAreBusy;
  }

  /** Asks these lanes, which may be more than they are now. */
  static RightOfWay of(List<? extends Lane> lanes) {
    return new RightOfWay(() -> isAnyBusy(lanes));
  }

  /** A loop, because it is asked several times for everyone who comes. */
  private static boolean isAnyBusy(List<? extends Lane> lanes) {
    for (Lane lane : lanes) {
      if (lane.isBusy()) {
        return true;
      }
    }
    return false;
  }

  /** Waits while a lane delivers, on the calling thread. */
  void give() {
    for (int look = 0; look < LOOKS && lanesAreBusy.getAsBoolean(); look++) {
      LockSupport.parkNanos(this, LONGEST_WAIT / LOOKS);
    }
  }
}
