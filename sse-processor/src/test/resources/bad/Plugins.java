package bad;

import io.tidings.sse.annotations.*;
import io.tidings.sse.hub.*;

@SseStream("/a")
@Guard(String.class) // [SseGuardType]
interface Plugins {
  @Topic("one")
  @Filter(String.class) // [SseFilterType]
  void one(String text);

  @Topic("two")
  @Filter(Numbers.class) // [SseFilterPayload]
  void two(String text);

  @Topic("three")
  @Filter(Numbers.class)
  void three(int number);

  @Topic("four")
  @Guard(NeedsText.class) // [SseClassNotInstantiable]
  void four(String text);

  @Topic("five")
  @Guard(Hidden.Secret.class) // [SseClassNotInstantiable]
  void five(String text);

  @Topic("six")
  @Guard(SubscriptionGuard.class) // [SseClassNotInstantiable]
  void six(String text);

  @Topic("seven")
  @Guard(Unfinished.class) // [SseClassNotInstantiable]
  void seven(String text);

  @Topic("eight")
  @Guard(Fine.class)
  @Guarded // [SseNameBindingOnMethod]
  void eight(String text);

  @Topic("eight")
  @Guard(Other.class) // [SseSettingsDisagree]
  void another(String text);

  @Topic("nine")
  @Guard(Hidden.Inner.class) // [SseClassNotInstantiable]
  void nine(String text);
}

class Numbers implements EventFilter<Number> {
  public boolean accept(Subscription subscription, Number number) {
    return true;
  }
}

class NeedsText implements SubscriptionGuard {
  NeedsText(String text) {}
}

abstract class Unfinished implements SubscriptionGuard {}

class Fine implements SubscriptionGuard {}

class Other implements SubscriptionGuard {}

class Hidden {
  class Inner implements SubscriptionGuard {}

  private static class Private {
    static class Nested {}
  }

  protected static class Secret implements SubscriptionGuard {
    private Secret() {}
  }
}

@jakarta.ws.rs.NameBinding
@interface Guarded {}
