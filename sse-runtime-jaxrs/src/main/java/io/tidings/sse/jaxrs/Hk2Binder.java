package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import java.util.Collection;
import org.glassfish.hk2.utilities.binding.AbstractBinder;

/** Binds the hub, and each stream's interface to its publisher, in Jersey's usual injector. */
final class Hk2Binder extends AbstractBinder {

  private final Hub hub;
  private final Collection<SseResource<?>> resources;

  Hk2Binder(Hub hub, Collection<SseResource<?>> resources) {
    this.hub = hub;
    this.resources = resources;
  }

  @Override
  protected void configure() {
    bind(hub).to(Hub.class);
    resources.forEach(this::bindPublisher);
  }

  private <S> void bindPublisher(SseResource<S> resource) {
    S publisher = resource.publisher(hub);
    @SuppressWarnings("unchecked") // the stream's type is the interface that S stands for
    Class<? super S> stream = (Class<? super S>) resource.stream().type();
    bind(publisher).to(stream);
    bindAs(publisher.getClass(), publisher);
  }

  /** The generated class, too, because it can address single clients. */
  private <P> void bindAs(Class<P> type, Object publisher) {
    bind(type.cast(publisher)).to(type);
  }
}
