package io.tidings.examples.vitals;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** What the samples are read from. */
record Instruments(
    OperatingSystemMXBean system,
    RuntimeMXBean runtime,
    MemoryMXBean memory,
    List<MemoryPoolMXBean> heapPools,
    ThreadMXBean threads) {

  static Instruments ofThisJvm() {
    return new Instruments(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class),
        ManagementFactory.getRuntimeMXBean(),
        ManagementFactory.getMemoryMXBean(),
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList(),
        ManagementFactory.getThreadMXBean());
  }
}
