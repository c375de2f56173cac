package dz.linatatawwa.integrity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** People, organisations, shifts and claims, noted down first and written to the database at once: a handful as well as hundreds of thousands. */
final class Country {

  static final String SETIF = "1901";
  static final String EL_EULMA = "1920";
  static final String TAMANRASSET = "1101";

  private static final int AT_ONCE = 5_000;

  private final JdbcClient db;
  private final JsonMapper json;
  private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
  private final Map<Long, Instant[]> shifts = new LinkedHashMap<>();
  private final Map<Long, long[]> shiftOf = new LinkedHashMap<>();
  private final Map<Long, Long> organizationOf = new LinkedHashMap<>();
  private long next;

  Country(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
    this.next = 1_000_000 + db.sql("select greatest((select max(id) from accounts.account), (select max(id) from hours.claim), 0)").query(Long.class).single();
    for (String table : List.of("accounts.account", "volunteers.volunteer", "volunteers.guardian_consent", "accounts.session", "organizations.organization",
        "organizations.member", "opportunities.opportunity", "opportunities.shift", "participation.application", "attendance.attendance", "hours.claim")) {
      rows.put(table, new ArrayList<>());
    }
  }

  long person() {
    long id = ++next;
    row("accounts.account", "id", id, "name", "شخص " + id, "email", "p" + id + "@example.dz", "language", "ar", "administrator", false, "entrusted", false, "created_at", "2025-01-01T00:00:00Z");
    return id;
  }

  long volunteer() {
    long id = person();
    row("volunteers.volunteer", "account_id", id, "code", "v" + id, "birth_year", 1999, "wilaya_code", "19", "commune_code", SETIF, "languages", List.of(), "skills", List.of(),
        "fields", List.of(), "availability", List.of(), "joined_at", "2025-01-01T00:00:00Z");
    return id;
  }

  static String email(long person) {
    return "p" + person + "@example.dz";
  }

  void guardian(long volunteer, String contact) {
    long id = ++next;
    row("volunteers.guardian_consent", "id", id, "volunteer_id", volunteer, "purpose", "take-part", "guardian_name", "ولي", "guardian_contact", contact,
        "version", 1, "way", "link", "given_at", "2025-02-01T01:00:00Z");
  }

  void session(long account, String device, Instant at) {
    row("accounts.session", "token_hash", "\\x%016x".formatted(++next), "public_id", new java.util.UUID(9, next).toString(), "account_id", account, "opened_at", at.toString(),
        "seen_at", at.toString(), "expires_at", at.plus(Duration.ofDays(90)).toString(), "proved_at", at.toString(), "way_in", "code", "device", "Chrome, Android",
        "network", "", "device_mark", "\\x" + device);
  }

  long organization(Instant verified) {
    long id = ++next;
    row("organizations.organization", "id", id, "kind", "association", "name_ar", "جمعية " + id, "name_key", "جمعيه " + id, "search_words", "", "scope", "wilaya",
        "wilaya_code", "19", "commune_code", SETIF, "registered_at", verified.toString(), "state", "verified", "state_since", verified.toString(), "verified_at", verified.toString());
    return id;
  }

  long coordinator(long organization) {
    long id = person();
    row("organizations.member", "organization_id", organization, "account_id", id, "role", "coordinator", "since", "2025-01-01T00:00:00Z");
    return id;
  }

  long opportunity(long organization, String commune) {
    long id = ++next;
    row("opportunities.opportunity", "id", id, "organization_id", organization, "title", "غرس الأشجار", "summary", "", "description", "", "field_code", "ENV",
        "wilaya_code", db(commune), "commune_code", commune, "address", "", "remote", false, "audiences", List.of(), "min_age", 16, "bring", "", "access", "", "skills", List.of(),
        "answer", "at-once", "grace_minutes", 30, "state", "published", "made_at", "2025-01-01T00:00:00Z", "published_at", "2025-01-01T00:00:00Z");
    organizationOf.put(id, organization);
    return id;
  }

  private static String db(String commune) {
    return commune.substring(0, 2);
  }

  long shift(long opportunity, Instant from, Duration length) {
    long id = ++next;
    row("opportunities.shift", "id", id, "opportunity_id", opportunity, "starts_at", from.toString(), "ends_at", from.plus(length).toString(), "capacity", 500, "taken", 0,
        "state", "open");
    shifts.put(id, new Instant[] {from, from.plus(length)});
    shiftOf.put(id, new long[] {opportunity, organizationOf.get(opportunity)});
    return id;
  }

  /** Somebody was written down in a shift; whether there is a claim is another question. */
  void attended(long volunteer, long shift, Instant from, Instant to) {
    row("attendance.attendance", "id", ++next, "shift_id", shift, "volunteer_id", volunteer, "checked_in_at", from.toString(), "checked_out_at", to.toString(),
        "out_proposed", false, "grade", "B", "closed_at", to.toString());
  }

  /** A claim on the whole shift, applied for, entered at its end, confirmed a day later by nobody in particular until somebody is named. */
  Claim claim(long volunteer, long shift) {
    return new Claim(volunteer, shift);
  }

  /** A claim that is being noted down. */
  final class Claim {
    private final long volunteer;
    private final long shift;
    private Instant from;
    private Instant to;
    private Instant entered;
    private @Nullable Instant decided;
    private Instant proposed;
    private @Nullable Long by;
    private final List<String> flags = new ArrayList<>();
    private String grade = "B";

    Claim(long volunteer, long shift) {
      this.volunteer = volunteer;
      this.shift = shift;
      Instant[] bounds = shifts.get(shift);
      from = bounds[0];
      to = bounds[1];
      entered = to.plusSeconds(600);
      proposed = to.plusSeconds(900);
    }

    Claim times(Instant start, Instant end) {
      from = start;
      to = end;
      entered = end.plusSeconds(600);
      proposed = end.plusSeconds(900);
      return this;
    }

    Claim entered(Instant at) {
      entered = at;
      proposed = at.plusSeconds(300);
      return this;
    }

    Claim confirmed(long confirmer, Duration after) {
      by = confirmer;
      decided = proposed.plus(after);
      return this;
    }

    Claim flag(String... codes) {
      flags.addAll(List.of(codes));
      return this;
    }

    Claim paper() {
      grade = "C";
      return this;
    }

    long note() {
      long id = ++next;
      row("hours.claim", "id", id, "volunteer_id", volunteer, "shift_id", shift, "opportunity_id", shiftOf.get(shift)[0], "organization_id", shiftOf.get(shift)[1],
          "during", "[" + from + "," + to + ")", "minutes", Math.max(1, (int) Duration.between(from, to).toMinutes()), "grade", grade,
          "state", decided == null ? "proposed" : "confirmed", "proposed_at", proposed.toString(), "due_at", proposed.plus(Duration.ofHours(72)).toString(),
          "entered_at", entered.toString(), "flags", flags, "needs_second", false, "origin", "attendance");
      if (decided != null && by != null) {
        Map<String, Object> last = rows.get("hours.claim").getLast();
        last.put("decided_at", decided.toString());
        last.put("decided_by", by);
      }
      return id;
    }
  }

  /** Writes everything that was noted; what the database does not want (a second place at one time) is left out, as the ledger does. */
  void write() {
    rows.forEach((table, noted) -> {
      for (int from = 0; from < noted.size(); from += AT_ONCE) insert(table, noted.subList(from, Math.min(noted.size(), from + AT_ONCE)));
      noted.clear();
    });
  }

  private void insert(String table, List<Map<String, Object>> part) {
    String columns = String.join(", ", part.stream().flatMap(row -> row.keySet().stream()).distinct().toList());
    db.sql("insert into " + table + " (" + columns + ") select " + columns + " from jsonb_populate_recordset(cast(null as " + table + "), cast(:rows as jsonb))"
        + " on conflict do nothing").param("rows", json.writeValueAsString(part)).update();
  }

  private void row(String table, Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    rows.get(table).add(row);
  }
}
