package io.tidings.examples.guide.annotations;

// tag::sealed[]
/** What can become of a parcel: the events are parcel-packed and parcel-lost. */
public sealed interface Parcel {

  /** It is ready. */
  record Packed(int grams) implements Parcel {}

  /** Nobody knows where it is. */
  record Lost(String lastSeen) implements Parcel {}
}
// end::sealed[]
