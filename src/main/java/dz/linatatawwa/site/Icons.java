package dz.linatatawwa.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/** Where the drawing of an icon is found: a symbol of {@code static/images/icons.svg}. */
public final class Icons {

  private static final String SPRITE = address();
  /** Those that point along the line of reading and so turn round with it. */
  private static final Set<String> MIRRORED = Set.of("forward", "back", "sign-in", "sign-out", "send", "undo", "list", "external", "message", "book-open");

  private Icons() {}

  /** For {@code <use href>}. */
  public static String address(String name) {
    return SPRITE + "#" + name;
  }

  /** Whether a right-to-left page shows it the other way round. */
  public static boolean mirrors(String name) {
    return MIRRORED.contains(name);
  }

  private static String address() {
    try (InputStream in = Icons.class.getResourceAsStream("/static/images/icons.svg")) {
      if (in == null) throw new IllegalStateException("no icons on the class path");
      return StaticFile.of("/images/icons.svg", in.readAllBytes()).address();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
