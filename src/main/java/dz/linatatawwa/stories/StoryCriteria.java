package dz.linatatawwa.stories;

import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** Which stories are asked for; what is null leaves nothing out. */
public record StoryCriteria(@Nullable StoryKind kind, @Nullable WilayaCode wilaya, @Nullable String field) {

  /** All of them. */
  public static final StoryCriteria ALL = new StoryCriteria(null, null, null);

  /** Whether anything is left out. */
  public boolean narrows() {
    return kind != null || wilaya != null || field != null;
  }
}
