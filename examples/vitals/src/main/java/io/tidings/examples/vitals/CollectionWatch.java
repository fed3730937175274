package io.tidings.examples.vitals;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/** Tells each garbage collection as it happens, on the thread with which the JVM notifies. */
final class CollectionWatch implements NotificationListener, AutoCloseable {

  private final Consumer<GarbageCollection> told;
  private final Set<String> heapPools;
  private final long startOfJvm;
  private final List<NotificationEmitter> emitters;

  CollectionWatch(Instruments instruments, Consumer<GarbageCollection> told) {
    this.told = told;
    this.heapPools =
        instruments.heapPools().stream().map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
    this.startOfJvm = instruments.runtime().getStartTime();
    this.emitters =
        ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
            .filter(NotificationEmitter.class::isInstance)
            .map(NotificationEmitter.class::cast)
            .toList();
  }

  /** Begins to watch. */
  void open() {
    emitters.forEach(emitter -> emitter.addNotificationListener(this, null, null));
  }

  @Override
  public void handleNotification(Notification notification, @Nullable Object handback) {
    if (notification.getUserData() instanceof CompositeData data
        && GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
            notification.getType())) {
      told.accept(collection(GarbageCollectionNotificationInfo.from(data)));
    }
  }

  private GarbageCollection collection(GarbageCollectionNotificationInfo notified) {
    GcInfo run = notified.getGcInfo();
    return new GarbageCollection(
        startOfJvm + run.getStartTime(),
        notified.getGcName(),
        notified.getGcCause(),
        run.getDuration(),
        heap(run.getMemoryUsageBeforeGc()),
        heap(run.getMemoryUsageAfterGc()));
  }

  private long heap(Map<String, MemoryUsage> pools) {
    return pools.entrySet().stream()
        .filter(pool -> heapPools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  @Override
  public void close() {
    emitters.forEach(this::leave);
  }

  private void leave(NotificationEmitter emitter) {
    try {
      emitter.removeNotificationListener(this);
    } catch (ListenerNotFoundException neverOpened) {
      // Then there is nothing to leave.
    }
  }
}
