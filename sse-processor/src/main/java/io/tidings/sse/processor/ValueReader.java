package io.tidings.sse.processor;

import io.tidings.sse.processor.Rule.Choice;
import io.tidings.sse.processor.Rule.Count;
import io.tidings.sse.processor.Rule.EventType;
import io.tidings.sse.processor.Rule.Share;
import io.tidings.sse.processor.Rule.Size;
import io.tidings.sse.processor.Rule.Time;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.lang.model.element.VariableElement;

/** Reads the members of annotations, each by its rule. */
final class ValueReader {
  private final Findings findings;

  ValueReader(Findings findings) {
    this.findings = findings;
  }

  /** The one member of several that was written, checked; both written is a broken rule. */
  Optional<String> member(Annotated annotation, List<String> members) {
    List<String> written = members.stream().filter(annotation::has).toList();
    if (written.size() > 1) {
      findings.report(
          Diagnostic.MEMBER_TWICE,
          annotation.anchor(written.get(1)),
          annotation.simpleName(),
          members.get(0),
          members.get(1));
    }
    return written.stream().findFirst();
  }

  /** As {@link #member}, but one must be written. */
  Optional<String> required(Annotated annotation, List<String> members) {
    Optional<String> member = member(annotation, members);
    if (member.isEmpty()) {
      findings.report(
          Diagnostic.MEMBER_MISSING,
          annotation.anchor(),
          annotation.simpleName(),
          members.get(0),
          members.get(1));
    }
    return member;
  }

  /** The value of a member, of the type that belongs to the rule; empty when it breaks the rule. */
  Optional<Value> read(Annotated annotation, String member, Rule rule) {
    if (rule instanceof Time time) {
      return time(annotation, member, time);
    }
    if (rule instanceof Size size) {
      return size(annotation, member, size);
    }
    if (rule instanceof Count count) {
      return count(annotation, member, count);
    }
    if (rule instanceof Share) {
      return share(annotation, member);
    }
    if (rule instanceof EventType) {
      return annotation
          .get(member, String.class)
          .filter(text -> eventType(text, annotation.anchor(member)))
          .map(Value.Text::new);
    }
    assert rule instanceof Choice;
    return annotation
        .get(member, VariableElement.class)
        .map(constant -> new Value.Constant(constant.getSimpleName().toString()));
  }

  Optional<Value> time(Annotated annotation, String member, Time rule) {
    String text = annotation.get(member, String.class).orElse("");
    if (rule.off() && text.equals("off")) {
      return Optional.of(new Value.Off());
    }
    Optional<Duration> duration = Durations.parse(text);
    if (duration.isEmpty()) {
      String hint = hint(text, rule);
      findings.report(
          Diagnostic.DURATION_SYNTAX,
          annotation.anchor(member),
          subject(annotation, member),
          text,
          hint.isEmpty() ? " Correct it." : hint);
      return Optional.empty();
    }
    Duration value = duration.get();
    if (value.compareTo(rule.min()) < 0 || value.compareTo(rule.max()) > 0) {
      outOfRange(
          Diagnostic.DURATION_RANGE,
          annotation,
          member,
          Durations.print(rule.min()),
          Durations.print(rule.max()),
          text);
      return Optional.empty();
    }
    return Optional.of(new Value.Time(value));
  }

  private static String hint(String text, Time rule) {
    String compact = text.replace(" ", "").toLowerCase(Locale.ROOT);
    String short1 = compact.replaceFirst("(?<=\\d)(sec|second|seconds)$", "s");
    String short2 = short1.replaceFirst("(?<=\\d)(min|minute|minutes)$", "m");
    String guess = short2.replaceFirst("(?<=\\d)(hr|hour|hours)$", "h");
    if (Durations.parse(guess).isPresent()) {
      return " Did you mean " + guess + "?";
    }
    return rule.off() ? Spelling.hint(text, List.of("off")) : "";
  }

  private Optional<Value> size(Annotated annotation, String member, Size rule) {
    String text = annotation.get(member, String.class).orElse("");
    OptionalLong size = Sizes.parse(text);
    if (size.isEmpty()) {
      findings.report(
          Diagnostic.SIZE_SYNTAX, annotation.anchor(member), subject(annotation, member), text);
      return Optional.empty();
    }
    if (size.getAsLong() < rule.min() || size.getAsLong() > rule.max()) {
      String min = Sizes.print(rule.min());
      String max = Sizes.print(rule.max());
      outOfRange(Diagnostic.SIZE_RANGE, annotation, member, min, max, text);
      return Optional.empty();
    }
    return Optional.of(new Value.Size(size.getAsLong()));
  }

  private Optional<Value> count(Annotated annotation, String member, Count rule) {
    Optional<Integer> number = annotation.get(member, Integer.class);
    if (number.filter(n -> n < rule.min() || n > rule.max()).isPresent()) {
      outOfRange(Diagnostic.NUMBER_RANGE, annotation, member, rule.min(), rule.max(), number.get());
      return Optional.empty();
    }
    return number.map(Value.Count::new);
  }

  private Optional<Value> share(Annotated annotation, String member) {
    Optional<Double> number = annotation.get(member, Double.class);
    if (number.filter(n -> !(n >= 0 && n <= 1)).isPresent()) {
      outOfRange(Diagnostic.NUMBER_RANGE, annotation, member, 0.0, 1.0, number.get());
      return Optional.empty();
    }
    return number.map(Value.Share::new);
  }

  private void outOfRange(
      Diagnostic diagnostic, Annotated annotation, String member, Object... range) {
    Object[] facts = {subject(annotation, member), range[0], range[1], range[2]};
    findings.report(diagnostic, annotation.anchor(member), facts);
  }

  private static String subject(Annotated annotation, String member) {
    return "@" + annotation.simpleName() + " `" + member + "`";
  }

  /** Whether a text can stand in an {@code event:} field of ours. */
  boolean eventType(String text, Anchor anchor) {
    if (text.startsWith("sse-")) {
      findings.report(Diagnostic.EVENT_TYPE_RESERVED, anchor, text);
      return false;
    }
    String good = EventTypes.corrected(text);
    if (!good.equals(text)) {
      findings.report(Diagnostic.EVENT_TYPE_SYNTAX, anchor, EventTypes.escaped(text), good);
      return false;
    }
    return true;
  }
}
