package io.tidings.sse.jaxrs.vault;

import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.TopicDefinition;
import io.tidings.sse.hub.Variable;

/** The publisher of {@link Vault}. */
public final class VaultPublisher implements Vault {

  static final EventDefinition<String> NOTE = EventDefinition.of("note", String.class);
  static final EventDefinition<String> REPORT = EventDefinition.of("report", String.class);
  static final EventDefinition<String> SECRET = EventDefinition.of("secret", String.class);
  static final EventDefinition<String> DOOR = EventDefinition.of("door", String.class);
  static final EventDefinition<String> ORDER =
      EventDefinition.of("order", String.class).withFilter(OwnOrders::new);

  static final StreamDefinition STREAM =
      StreamDefinition.of(Vault.class, "/tenants/{tenant}/vault")
          .withVariable(Variable.string("tenant"))
          .withGuard(TenantGuard::new)
          .withTopic(TopicDefinition.of("Notes", "notes").withEvent(NOTE))
          .withTopic(
              TopicDefinition.of("Reports", "reports/{id}")
                  .withVariable(Variable.of("id", Integer::valueOf))
                  .withEvent(REPORT))
          .withTopic(TopicDefinition.of("Secrets", "secrets").withEvent(SECRET))
          .withTopic(TopicDefinition.of("Orders", "orders").withEvent(ORDER))
          .withTopic(
              TopicDefinition.of("Doors", "doors")
                  .withGuard(() -> request -> GuardDecision.forbid())
                  .withEvent(DOOR));

  private final StreamPublisher publisher;

  public VaultPublisher(Hub hub) {
    this.publisher = hub.publisher(STREAM);
  }

  private <P> void publish(EventDefinition<P> event, String tenant, String topic, P payload) {
    publisher.in("tenants/" + tenant + "/vault").publish(event, topic, payload);
  }

  @Override
  public void note(String tenant, String text) {
    publish(NOTE, tenant, "notes", text);
  }

  @Override
  public void report(String tenant, int id, String text) {
    publish(REPORT, tenant, "reports/" + id, text);
  }

  @Override
  public void secret(String tenant, String text) {
    publish(SECRET, tenant, "secrets", text);
  }

  @Override
  public void order(String tenant, String text) {
    publish(ORDER, tenant, "orders", text);
  }

  @Override
  public void door(String tenant, String text) {
    publish(DOOR, tenant, "doors", text);
  }
}
