package dz.linatatawwa.opportunities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the listing on its way from the database into memory.
 *  @param campaign 0 where there is none
 *  @param audiences codes, divided by spaces
 *  @param x         kilometres on the plane of {@code opportunities.spot}; not a number where there is no place
 *  @param needAt    microseconds since 1970, as {@code nextStart}
 *  @param days      days since 1970 in pairs: the first, and the one after the last
 *  @param about     stems, divided by spaces, as {@code around} */
record ListingRow(long id, long organization, long campaign, String field, @Nullable String activity, @Nullable String wilaya, @Nullable String commune,
    boolean remote, String audiences, int minAge, double x, double y, long needAt, long nextStart, int seatsLeft, int[] days, String about, String around) {

  static final String COLUMNS = """
      l.opportunity_id, l.organization_id, coalesce(l.campaign_id, 0) as campaign_id, l.field_code, l.activity_code, l.wilaya_code, l.commune_code, l.remote,
      array_to_string(l.audiences, ' ') as audiences, l.min_age, coalesce(l.spot[0], 'NaN') as x, coalesce(l.spot[1], 'NaN') as y,
      (extract(epoch from l.need_at) * 1000000)::bigint as need_at, (extract(epoch from l.next_start) * 1000000)::bigint as next_start, l.seats_left,
      l.days::text as days, array_to_string(tsvector_to_array(l.about), ' ') as about, array_to_string(tsvector_to_array(l.around), ' ') as around""";

  static ListingRow of(ResultSet row) throws SQLException {
    return new ListingRow(row.getLong("opportunity_id"), row.getLong("organization_id"), row.getLong("campaign_id"), row.getString("field_code"),
        row.getString("activity_code"), row.getString("wilaya_code"), row.getString("commune_code"), row.getBoolean("remote"), row.getString("audiences"),
        row.getInt("min_age"), row.getDouble("x"), row.getDouble("y"), row.getLong("need_at"), row.getLong("next_start"), row.getInt("seats_left"),
        days(row.getString("days")), row.getString("about"), row.getString("around"));
  }

  /** Sixty-four bits by which rows with the same words are known. */
  long words() {
    return mixed(mixed(0xcbf29ce484222325L, about) * 31, around);
  }

  /** Reads {@code {[2026-11-23,2026-11-24),…}}. */
  static int[] days(String ranges) {
    if (ranges.length() < 3) return new int[0];
    String[] ends = ranges.substring(1, ranges.length() - 1).split("[\\[(,)\\]]+");
    int[] days = new int[ends.length - 1];
    for (int i = 0; i < days.length; i++) days[i] = (int) LocalDate.parse(ends[i + 1]).toEpochDay();
    return days;
  }

  private static long mixed(long hash, String text) {
    for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    return hash ^ (hash >>> 32);
  }
}
