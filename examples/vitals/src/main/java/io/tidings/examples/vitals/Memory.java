package io.tidings.examples.vitals;

import java.util.List;

/**
 * Memory in bytes.
 *
 * @param at when it was measured, in milliseconds of the epoch
 * @param used physical memory that is not free, file caches included
 * @param total physical memory
 * @param heapCommitted what the heap has taken from the system
 * @param heapMax what it may take at most; 0 when it has no limit
 * @param heapPools what is used of each of its pools
 */
public record Memory(
    long at, long used, long total, long heapCommitted, long heapMax, List<Pool> heapPools) {

  /** Copies the list. */
  public Memory {
    heapPools = List.copyOf(heapPools);
  }

  /**
   * One part of the heap.
   *
   * @param name the collector's name for it, such as {@code G1 Eden Space}
   * @param used bytes in use
   */
  public record Pool(String name, long used) {}
}
