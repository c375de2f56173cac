package dz.linatatawwa.ideas;

import dz.linatatawwa.places.Point;
import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** What is looked for among ideas; what is null or empty leaves nothing out.
 *  @param words as typed
 *  @param near  where the visitor is, to about a kilometre; needed for {@link Sort#NEAR} */
public record IdeaCriteria(String words, @Nullable IdeaKind kind, @Nullable IdeaState state, @Nullable WilayaCode wilaya, @Nullable String field, Sort sort, @Nullable Point near) {

  /** The order of the list. */
  public enum Sort {
    NEW, SUPPORT, NEAR;

    /** As in addresses. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public IdeaCriteria {
    if (sort == Sort.NEAR && near == null) throw new IllegalArgumentException("near what?");
  }

  /** Everything, the newest first. */
  public static final IdeaCriteria ALL = new IdeaCriteria("", null, null, null, null, Sort.NEW, null);

  /** Whether anything is left out. */
  public boolean narrows() {
    return !words.isBlank() || kind != null || state != null || wilaya != null || field != null || near != null;
  }
}
