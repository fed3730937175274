package io.tidings.sse.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the connections of one stream against its limits, and against those of its topics. Used
 * under the stream's lock.
 */
final class Seats {

  /** What a limit counts: the connections of a template or of all, of a client or of all. */
  private record Row(@Nullable TopicDefinition template, @Nullable String client) {}

  /** One limit that a connection counts against. */
  private record Rule(Row row, int most, Admission.Limit limit) {}

  private final HubStream stream;
  private final Map<Row, Integer> taken = new HashMap<>();

  Seats(HubStream stream) {
    this.stream = stream;
  }

  /** The limit that leaves no room for this client, if any does. */
  Optional<Admission.Limit> full(List<TopicAddress> topics, @Nullable String client) {
    return rules(topics.stream().map(TopicAddress::topic).toList(), client).stream()
        .filter(rule -> taken.getOrDefault(rule.row(), 0) >= rule.most())
        .map(Rule::limit)
        .findFirst()
        .or(() -> fullTopic(topics));
  }

  private Optional<Admission.Limit> fullTopic(List<TopicAddress> topics) {
    for (TopicAddress address : topics) {
      int most = stream.definition().limitsOf(address.topic()).perTopic();
      HubTopic known = stream.topics().get(address.path());
      if (most > 0 && known != null && known.readers() >= most) {
        return Optional.of(Admission.Limit.PER_TOPIC);
      }
    }
    return Optional.empty();
  }

  /** One connection more. */
  void take(List<TopicDefinition> templates, @Nullable String client) {
    rules(templates, client).forEach(rule -> taken.merge(rule.row(), 1, Integer::sum));
  }

  /** One connection less, which was {@link #take}n before. */
  void leave(List<TopicDefinition> templates, @Nullable String client) {
    for (Rule rule : rules(templates, client)) {
      taken.computeIfPresent(rule.row(), (row, count) -> count == 1 ? null : count - 1);
    }
  }

  private List<Rule> rules(List<TopicDefinition> templates, @Nullable String client) {
    List<Rule> rules = new ArrayList<>(2);
    addRules(rules, null, stream.definition().limits(), client);
    templates.stream()
        .distinct()
        .filter(TopicDefinition::hasOwnLimits)
        .forEach(template -> addRules(rules, template, template.limits(), client));
    return rules;
  }

  private static void addRules(
      List<Rule> rules,
      @Nullable TopicDefinition template,
      LimitPolicy limits,
      @Nullable String client) {
    if (limits.subscribers() > 0) {
      Row all = new Row(template, null);
      rules.add(new Rule(all, limits.subscribers(), Admission.Limit.SUBSCRIBERS));
    }
    if (limits.perClient() > 0 && client != null) {
      Row own = new Row(template, client);
      rules.add(new Rule(own, limits.perClient(), Admission.Limit.PER_CLIENT));
    }
  }
}
