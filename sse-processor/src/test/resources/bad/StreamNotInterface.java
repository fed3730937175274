package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
class StreamNotInterface {} // [SseStreamNotInterface]

@SseStream("/b")
enum AnEnum {} // [SseStreamNotInterface]

@SseStream("/c")
@interface AnAnnotation {} // [SseStreamNotInterface]
