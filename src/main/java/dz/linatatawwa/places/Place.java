package dz.linatatawwa.places;

import dz.linatatawwa.language.LocalName;

/** A wilaya or a commune, as a search finds them. */
public sealed interface Place permits Wilaya, Commune {

  /** Its name in the languages that have one. */
  LocalName name();

  /** Where it is: the capital of a wilaya, the centre of a commune. */
  Point at();
}
