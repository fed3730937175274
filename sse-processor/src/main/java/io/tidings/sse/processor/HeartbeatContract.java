package io.tidings.sse.processor;

import java.time.Duration;
import java.util.Optional;

/** The heartbeat of a topic, as far as clients can see it: a named event. */
record HeartbeatContract(String event, Duration interval) {
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(15);

  /** Empty when the topic has none, or one in comment lines, which clients do not see. */
  static Optional<HeartbeatContract> of(TopicModel topic) {
    Optional<SettingModel> setting =
        topic.settings().stream().filter(one -> one.setting() == Setting.HEARTBEAT).findFirst();
    return setting.flatMap(
        one ->
            one.values().get("event") instanceof Value.Text event
                    && !(one.values().get("interval") instanceof Value.Off)
                ? Optional.of(new HeartbeatContract(event.text(), interval(one)))
                : Optional.empty());
  }

  private static Duration interval(SettingModel setting) {
    return setting.values().get("interval") instanceof Value.Time time
        ? time.duration()
        : DEFAULT_INTERVAL;
  }
}
