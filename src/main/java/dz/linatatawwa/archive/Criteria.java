package dz.linatatawwa.archive;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is looked for in the archive; what is null or empty leaves nothing out.
 *  @param words    as typed
 *  @param year     of the first day
 *  @param pictures only those with pictures
 *  @param after    the place in the list behind which to go on */
public record Criteria(String words, @Nullable WilayaCode wilaya, @Nullable CommuneCode commune, @Nullable String field, @Nullable Integer year,
    @Nullable OrganizationId organization, boolean pictures, @Nullable Place after) {

  /** A place in the list: that of the last operation on the page before. */
  public record Place(LocalDate first, long id) {

    @Override
    public String toString() {
      return first + "." + id;
    }
  }

  /** Everything. */
  public static final Criteria ALL = new Criteria("", null, null, null, null, null, false, null);

  /** Whether anything is left out. */
  public boolean narrows() {
    return !simple() || year != null || wilaya != null || field != null;
  }

  /** Whether sums by wilaya, field and month tell how many there are. */
  boolean simple() {
    return words.isBlank() && commune == null && organization == null && !pictures;
  }

  Criteria withWords(String others) {
    return new Criteria(others, wilaya, commune, field, year, organization, pictures, after);
  }
}
