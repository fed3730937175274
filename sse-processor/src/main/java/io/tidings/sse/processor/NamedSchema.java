package io.tidings.sse.processor;

import java.util.List;
import java.util.function.UnaryOperator;

/** A type of payloads that has a name in the documents. */
sealed interface NamedSchema {

  String name();

  Documentation documentation();

  /** The same schema, with other names for itself and for those in it. */
  NamedSchema renamed(UnaryOperator<String> names);

  /**
   * An object with known properties.
   *
   * @param nullnessKnown false when the compiler hides from us which fields may be null
   */
  record Structure(
      String name, Documentation documentation, List<Field> fields, boolean nullnessKnown)
      implements NamedSchema {
    @Override
    public Structure renamed(UnaryOperator<String> names) {
      List<Field> renamed = fields.stream().map(field -> field.renamed(names)).toList();
      return new Structure(names.apply(name), documentation, renamed, nullnessKnown);
    }
  }

  /** One of several texts. */
  record Choice(String name, Documentation documentation, List<String> constants)
      implements NamedSchema {
    @Override
    public Choice renamed(UnaryOperator<String> names) {
      return new Choice(names.apply(name), documentation, constants);
    }
  }

  /**
   * One of several schemas.
   *
   * @param told how a reader knows which one it is
   */
  record Union(String name, Documentation documentation, List<String> members, Told told)
      implements NamedSchema {
    @Override
    public Union renamed(UnaryOperator<String> names) {
      List<String> renamed = members.stream().map(names).toList();
      return new Union(names.apply(name), documentation, renamed, told);
    }
  }

  /** How a reader knows which member of a union it has. */
  enum Told {
    BY_EVENT_TYPE,
    BY_PROPERTY,
    NOT_AT_ALL
  }
}
