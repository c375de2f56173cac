package dz.linatatawwa.site;

import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that everybody may see, as the search over all, feeds and the map of the site show it.
 *  @param path         of its page
 *  @param about        a sentence or two; null: it says nothing of itself
 *  @param by           who answers for it; null: nobody is named
 *  @param words        further words by which it is found; may be empty
 *  @param organization number of the organisation whose it is; null: of none
 *  @param wilaya       code; null: nowhere in particular
 *  @param commune      code, within the wilaya
 *  @param field        code of a field; null: of none or of several
 *  @param at           when it takes place or took place; null: at no time in particular
 *  @param since        when everybody could first see it */
public record Findable(long id, String path, LocalName name, @Nullable LocalName about, @Nullable LocalName by, String words, @Nullable Long organization,
    @Nullable String wilaya, @Nullable String commune, @Nullable String field, @Nullable Instant at, Instant since) {

  private static final int LONGEST_ABOUT = 300;

  public Findable {
    if (!path.startsWith("/")) throw new IllegalArgumentException("not a path of ours: " + path);
  }

  /** A text of one language, as far as a list shows it; null where there is none. */
  public static @Nullable LocalName told(@Nullable String text) {
    return told(text, null, null);
  }

  /** The same text in several languages, as far as a list shows it; null where there is no Arabic. */
  public static @Nullable LocalName told(@Nullable String ar, @Nullable String fr, @Nullable String en) {
    String begun = begun(ar);
    return begun == null ? null : new LocalName(begun, begun(fr), begun(en));
  }

  private static @Nullable String begun(@Nullable String text) {
    if (text == null || text.isBlank()) return null;
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= LONGEST_ABOUT) return line;
    int space = line.lastIndexOf(' ', LONGEST_ABOUT - 1);
    int end = space > LONGEST_ABOUT / 2 ? space : Character.isHighSurrogate(line.charAt(LONGEST_ABOUT - 2)) ? LONGEST_ABOUT - 2 : LONGEST_ABOUT - 1;
    return line.substring(0, end) + "…";
  }
}
