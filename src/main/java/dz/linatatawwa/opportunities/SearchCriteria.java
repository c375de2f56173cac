package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is looked for; whatever is null or empty is open.
 *  @param words    as typed, in any letters
 *  @param from     a shift on this day or later
 *  @param to       a shift on this day or earlier
 *  @param audience the code of an audience that may come
 *  @param age      an age that may come
 *  @param left     only where a seat is left
 *  @param near     where distance is measured from */
public record SearchCriteria(String words, @Nullable WilayaCode wilaya, @Nullable CommuneCode commune, @Nullable String field,
    @Nullable String activity, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String audience, @Nullable Integer age,
    boolean remote, boolean left, @Nullable OrganizationId organization, @Nullable CampaignId campaign, Sort sort, @Nullable Near near) {

  /** In which order. */
  public enum Sort {
    /** Soon, and many hands missing, first; full ones last. */
    NEED,
    /** Soonest first. */
    DATE,
    /** Nearest first; needs a place to measure from. */
    DISTANCE
  }

  /** A place to measure from, in degrees. */
  public record Near(double lat, double lon) {

    public Near {
      if (!possible(lat, lon)) throw new IllegalArgumentException("not in or near Algeria: " + lat + ", " + lon);
    }

    static boolean possible(double lat, double lon) {
      return lat >= 15 && lat <= 40 && lon >= -12 && lon <= 15;
    }
  }

  public SearchCriteria {
    if (sort == Sort.DISTANCE && near == null) sort = Sort.NEED;
  }

  /** Everything, the most needed first. */
  public static SearchCriteria all() {
    return new SearchCriteria("", null, null, null, null, null, null, null, null, false, false, null, null, Sort.NEED, null);
  }

  /** What one organisation offers, the soonest first. */
  public static SearchCriteria of(OrganizationId organization) {
    return new SearchCriteria("", null, null, null, null, null, null, null, null, false, false, organization, null, Sort.DATE, null);
  }

  /** What a campaign offers, the most needed first. */
  public static SearchCriteria of(CampaignId campaign) {
    return new SearchCriteria("", null, null, null, null, null, null, null, null, false, false, null, campaign, Sort.NEED, null);
  }

  SearchCriteria withWords(String other) {
    return new SearchCriteria(other, wilaya, commune, field, activity, from, to, audience, age, remote, left, organization, campaign, sort, near);
  }
}
