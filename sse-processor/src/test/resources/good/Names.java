package good;

import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** Names that stand in one another's way. */
@SseStream("/")
public interface Names {

  String STREAM = "mine";

  @Topic("string/{encode}/{check}")
  void stream(String encode, String check, String topic);

  @Topic("stream")
  void publish(String hub);

  @Topic("topics")
  void topics(String publish);

  @Topic("publisher")
  void publisher(Hub hub);

  @Topic("a")
  void same(String a);

  @Topic("b")
  void same(Integer b);

  @Topic("new/{PUBLISH}")
  void publish(int PUBLISH, Override text);

  /** Not the runtime's. */
  record Hub(String name) {}

  /** Not the one of java.lang. */
  record Override(String name) {}
}
