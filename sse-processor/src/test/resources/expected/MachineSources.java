package good;

import io.tidings.sse.annotations.SseGenerated;
import io.tidings.sse.hub.PollResult;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Where payloads of {@code Machine} come from; implement it and give it to the hub.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public interface MachineSources {
  /**
   * How busy the machine is.
   *
   * @param machine the variable of the topic
   * @return the present payload, that nothing has changed, or a last payload
   * @throws Exception when there is none
   */
  PollResult<Double> load(UUID machine) throws Exception;

  /**
   * The present payload of the event.
   *
   * @param machine the variable of the topic
   * @param unit the variable of the topic
   * @param disk the variable of the topic
   * @param letter the variable of the topic
   * @param raw the variable of the topic
   * @return the present payload, that nothing has changed, or a last payload
   * @throws Exception when there is none
   */
  PollResult<List<Long>> disk(UUID machine, Machine.Unit unit, int disk, char letter, boolean raw)
      throws Exception;

  /**
   * The present payload of the event.
   *
   * @param machine the variable of the topic
   * @return the present payload
   * @throws Exception when there is none
   */
  List<String> users(UUID machine) throws Exception;
}
