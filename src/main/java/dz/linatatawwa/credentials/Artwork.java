package dz.linatatawwa.credentials;

import dz.linatatawwa.language.Language;

/** Draws the pictures of one kind of credential: a bean of the room that knows how they look. Credentials bakes the signed credential into them. */
public interface Artwork {

  /** The {@link Award#kind()} that it draws. */
  String kind();

  /** A square PNG of at least 256 pixels; the same bytes whenever it is asked. */
  byte[] png(String achievementKey, int version, Language language);

  /** A whole SVG document with one root element {@code <svg …>}, square, without scripts and without anything from elsewhere. */
  String svg(String achievementKey, int version, Language language);
}
