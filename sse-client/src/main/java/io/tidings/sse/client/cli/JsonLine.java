package io.tidings.sse.client.cli;

import io.tidings.sse.client.ReceivedEvent;
import io.tidings.sse.client.json.JsonText;

/** One JSON object; data that is JSON itself stays JSON. */
final class JsonLine implements EventLine {

  @Override
  public String of(ReceivedEvent event) {
    return "{\"id\":"
        + event.id().map(JsonText::quote).orElse("null")
        + ",\"type\":"
        + JsonText.quote(event.type())
        + ",\"data\":"
        + data(event.data())
        + '}';
  }

  // Line feeds stand only between the parts of a JSON value, never within its strings.
  private static String data(String data) {
    return JsonText.isJson(data) ? data.replace('\n', ' ') : JsonText.quote(data);
  }
}
