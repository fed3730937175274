package io.tidings.benchmarks.rows.springmvc;

import io.tidings.benchmarks.harness.RowServer;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The endpoint: an emitter a reader. */
@RestController
public class EventsController {

  private static final long NEVER = 0;

  private final Set<SseEmitter> emitters = ConcurrentHashMap.newKeySet();

  /** One reader. */
  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  public SseEmitter subscribe() {
    SseEmitter emitter = new SseEmitter(NEVER);
    emitter.onCompletion(() -> emitters.remove(emitter));
    emitter.onError(failure -> emitters.remove(emitter));
    emitters.add(emitter);
    return emitter;
  }

  void send(String id, String data) {
    emitters.forEach(emitter -> send(emitter, id, data));
  }

  private void send(SseEmitter emitter, String id, String data) {
    try {
      emitter.send(SseEmitter.event().id(id).name(RowServer.EVENT).data(data));
    } catch (IOException | IllegalStateException gone) {
      emitters.remove(emitter);
    }
  }

  int readers() {
    return emitters.size();
  }
}
