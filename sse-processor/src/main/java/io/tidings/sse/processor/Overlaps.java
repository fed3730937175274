package io.tidings.sse.processor;

import io.tidings.sse.processor.Template.Literal;
import io.tidings.sse.processor.Template.Segment;
import io.tidings.sse.processor.Template.Slot;
import io.tidings.sse.processor.VariableModel.Bool;
import io.tidings.sse.processor.VariableModel.Call;
import io.tidings.sse.processor.VariableModel.Char;
import io.tidings.sse.processor.VariableModel.Constant;
import io.tidings.sse.processor.VariableModel.Parse;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;

/** Finds templates that could expand to one topic. */
final class Overlaps {
  private static final Set<String> NUMBERS =
      Set.of(
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.math.BigInteger",
          "java.math.BigDecimal");

  private Overlaps() {}

  /** Whether some path fits both topics. Query variables do not tell paths apart. */
  static boolean between(TopicModel one, TopicModel other) {
    List<Segment> left = one.template().segments();
    List<Segment> right = other.template().segments();
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!fits(one, left.get(i), other, right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(TopicModel one, Segment left, TopicModel other, Segment right) {
    if (left instanceof Literal literal) {
      return right instanceof Slot slot ? canBe(other, slot, literal.text()) : left.equals(right);
    }
    return !(right instanceof Literal literal) || canBe(one, (Slot) left, literal.text());
  }

  private static boolean canBe(TopicModel topic, Slot slot, String text) {
    return topic.variables().stream()
        .filter(variable -> variable.name().equals(slot.variable()))
        .allMatch(variable -> canBe(variable, text));
  }

  private static boolean canBe(VariableModel variable, String text) {
    Parse parse = variable.parse();
    if (parse instanceof Constant) {
      return ((DeclaredType) variable.type())
          .asElement().getEnclosedElements().stream()
              .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
              .anyMatch(member -> member.getSimpleName().contentEquals(text));
    }
    if (parse instanceof Bool) {
      return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
    if (parse instanceof Char) {
      return text.length() == 1;
    }
    if (parse instanceof Call call) {
      return canBe(call.type().toString(), text);
    }
    return true;
  }

  private static boolean canBe(String type, String text) {
    if (type.equals("java.util.UUID")) {
      return text.chars().filter(unit -> unit == '-').count() == 4;
    }
    // A literal that begins with a letter is no number, but NaN and Infinity are.
    return !NUMBERS.contains(type)
        || !Character.isLetter(text.charAt(0))
        || Set.of("NaN", "Infinity").contains(text);
  }
}
