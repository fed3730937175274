package io.tidings.sse.client;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a listener is told, one line a call. */
class Recorder implements StreamListener {

  final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void onEvent(ReceivedEvent event) throws Exception {
    lines.add("event " + event);
  }

  @Override
  public void onOpen(URI origin) {
    lines.add("open");
  }

  @Override
  public void onGap(Gap gap) {
    lines.add("gap " + gap.reason());
  }

  @Override
  public void onTopicEnd(String topic) {
    lines.add("topic end " + topic);
  }

  @Override
  public void onError(StreamException failure) {
    lines.add("error " + failure.fault() + (failure.status() > 0 ? " " + failure.status() : ""));
  }

  @Override
  public void onEnd(EndReason reason) {
    lines.add("end " + reason);
  }
}
