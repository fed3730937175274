package bad;

import com.fasterxml.jackson.annotation.*;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.tidings.sse.annotations.*;
import jakarta.json.bind.annotation.*;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

@SseStream("/shapes")
public interface JsonShapes {
  @Topic("t")
  void event(Holder holder);

  @Topic("u")
  void foreign(AtomicInteger count); // [SseJsonShapeUnknown]

  class Holder {
    public AtomicInteger foreign; // [SseJsonShapeUnknown]
    public Map<File, String> keyed; // [SseJsonShapeUnknown]

    @SuppressWarnings("sse:JsonShapeUnknown")
    public AtomicInteger silenced;

    @JsonSerialize(using = ToStringSerializer.class)
    public int written; // [SseJsonShapeUnknown]

    @JsonRawValue public String raw; // [SseJsonShapeUnknown]

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public Inner array; // [SseJsonShapeUnknown]

    @JsonIgnoreProperties("one")
    public Inner trimmed; // [SseJsonShapeUnknown]

    public Adapted adapted;
    public Endless<String> endless;
  }

  class Inner {
    public int one;
  }

  @JsonIdentityInfo(generator = ObjectIdGenerators.IntSequenceGenerator.class)
  class Adapted { // [SseJsonShapeUnknown]
    public int one;
  }

  class Endless<T> {
    public Endless<List<T>> next; // [SseJsonShapeUnknown]
  }
}
