package io.tidings.examples.vitals;

/**
 * How busy the processors are: shares of all of them, from 0 to 1.
 *
 * @param at when it was measured, in milliseconds of the epoch
 * @param machine the share that everything on this machine takes
 * @param process the share that this process takes
 */
public record Cpu(long at, double machine, double process) {

  /** Checks the shares. */
  public Cpu {
    requireShare("machine", machine);
    requireShare("process", process);
  }

  private static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1; was " + share);
    }
  }
}
