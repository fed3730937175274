package io.tidings.sse.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.tidings.sse.processor.Setting.Part;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes settings as policy records; what nobody said is the runtime's own default. */
final class PolicyWriter {
  private PolicyWriter() {}

  /** {@code .withReplay(new ReplayPolicy(…))}. */
  static CodeBlock with(SettingModel setting) {
    return switch (setting.setting()) {
      case REPLAY -> CodeBlock.of(".withReplay($L)", policy(setting, Classes.REPLAY_POLICY));
      case HEARTBEAT ->
          CodeBlock.of(".withHeartbeat($L)", policy(setting, Classes.HEARTBEAT_POLICY));
      case BACKPRESSURE ->
          CodeBlock.of(".withBackpressure($L)", policy(setting, Classes.BACKPRESSURE_POLICY));
      case RETRY -> CodeBlock.of(".withRetry($L)", policy(setting, Classes.RETRY_POLICY));
      case LIMITS -> CodeBlock.of(".withLimits($L)", policy(setting, Classes.LIMIT_POLICY));
    };
  }

  private static CodeBlock policy(SettingModel setting, ClassName policy) {
    CodeBlock components =
        setting.setting().parts().stream()
            .map(part -> component(setting.values().get(part.component()), part, policy))
            .collect(Sources.commas());
    return CodeBlock.of("new $T($L)", policy, components);
  }

  private static CodeBlock component(@Nullable Value value, Part part, ClassName policy) {
    if (value == null) {
      return CodeBlock.of("$T.DEFAULT.$L()", policy, part.component());
    }
    if (value instanceof Value.Count count) {
      return CodeBlock.of("$L", count.number());
    }
    if (value instanceof Value.Share share) {
      return CodeBlock.of("$L", share.number());
    }
    if (value instanceof Value.Size size) {
      return CodeBlock.of("$LL", size.bytes());
    }
    if (value instanceof Value.Time time) {
      return duration(time.duration());
    }
    if (value instanceof Value.Text text) {
      return CodeBlock.of("$S", text.text());
    }
    if (value instanceof Value.Constant constant) {
      return CodeBlock.of("$T.$L", policy.nestedClass("Policy"), constant.name());
    }
    return CodeBlock.of("null");
  }

  /** {@code Duration.ofSeconds(15)}. */
  static CodeBlock duration(Duration duration) {
    if (duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
      return CodeBlock.of("$T.ofSeconds($L)", Duration.class, duration.toSeconds());
    }
    return duration.equals(Duration.ofMillis(duration.toMillis()))
        ? CodeBlock.of("$T.ofMillis($L)", Duration.class, duration.toMillis())
        : CodeBlock.of("$T.parse($S)", Duration.class, duration);
  }
}
