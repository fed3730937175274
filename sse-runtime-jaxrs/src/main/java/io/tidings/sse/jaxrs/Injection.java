package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Collection;

/** Makes the hub and every publisher injectable, where there is something to inject with. */
final class Injection {

  private static final String HK2 = "org.glassfish.hk2.utilities.binding.AbstractBinder";

  private Injection() {}

  static boolean isHk2() {
    return ClassPath.has(HK2);
  }

  /** Only to be called when HK2 is there: the binder extends a class of HK2. */
  static void register(FeatureContext context, Hub hub, Collection<SseResource<?>> resources) {
    context.register(new Hk2Binder(hub, resources));
  }
}
