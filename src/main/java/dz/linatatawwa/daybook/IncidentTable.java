package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Whereabouts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of incidents. */
@Repository
class IncidentTable {

  private static final int PAGE = 20;

  private static final String LINE = """
      select i.id, i.year, i.number, i.serious_at is not null as serious, o.title, p.place, left(p.words, 200) as words,
             coalesce((select q.happened_at from daybook.incident_part q where q.incident_id = i.id and q.happened_at is not null
                       order by q.part desc limit 1), p.written_at) as happened_at,
             (select count(*) from daybook.incident_part q where q.incident_id = i.id)::int as parts
      from daybook.incident i
      join daybook.incident_part p on p.incident_id = i.id and p.part = 0
      join opportunities.shift s on s.id = i.shift_id
      join opportunities.opportunity o on o.id = s.opportunity_id
      """;

  private final JdbcClient db;

  IncidentTable(JdbcClient db) {
    this.db = db;
  }

  /** The organisation of a shift. */
  OrganizationId organization(ShiftId shift) {
    return new OrganizationId(db.sql("select organization_id from participation.shift_facts where shift_id = :shift").param("shift", shift.value())
        .query(Long.class).single());
  }

  /** Where the shift takes place; nothing for remote work. */
  Optional<Whereabouts> where(ShiftId shift) {
    return db.sql("select wilaya_code, commune_code, field_code from participation.shift_facts where shift_id = :shift and wilaya_code is not null")
        .param("shift", shift.value()).query((row, number) -> Whereabouts.at(new WilayaCode(row.getString("wilaya_code")),
            CommuneCode.of(row.getString("commune_code")).orElse(null), row.getString("field_code"))).optional();
  }

  /** Whoever reports for the same organisation at the same moment waits. */
  void queue(OrganizationId organization) {
    db.sql("select pg_advisory_xact_lock(hashtext('daybook.incident'), cast(:organization as integer))")
        .param("organization", (int) organization.value()).query((row, number) -> true).list();
  }

  /** The next number of the organisation's year; to be called after {@link #queue}. */
  IncidentId insert(OrganizationId organization, ShiftId shift, int year) {
    return new IncidentId(db.sql("""
        insert into daybook.incident (organization_id, shift_id, year, number)
        select :organization, :shift, :year, coalesce(max(number), 0) + 1 from daybook.incident where organization_id = :organization and year = :year
        returning id
        """).param("organization", organization.value()).param("shift", shift.value()).param("year", year).query(Long.class).single());
  }

  /** The incident that a key was used for. */
  Optional<IncidentId> byKey(String key) {
    return db.sql("select incident_id from daybook.incident_part where key = :key").param("key", key).query(Long.class).optional().map(IncidentId::new);
  }

  /** Parts of one incident follow each other. */
  boolean lock(IncidentId id) {
    return db.sql("select id from daybook.incident where id = :id for update").param("id", id.value()).query(Long.class).optional().isPresent();
  }

  void write(IncidentId id, Report report, AccountId by, String key) {
    Integer part = db.sql("""
        insert into daybook.incident_part (incident_id, part, key, happened_at, place, words, hurt, concerned, help, measures, serious, written_by)
        select :id, (select count(*) from daybook.incident_part where incident_id = :id), :key, :at, :place, :words, :hurt, :concerned, :help, :measures,
               :serious, :by
        returning part
        """).param("id", id.value()).param("key", key).param("at", Sql.at(report.happenedAt())).param("place", report.place()).param("words", report.words())
        .param("hurt", report.hurt()).param("concerned", report.concerned()).param("help", report.help() == null ? null : report.help().code())
        .param("measures", report.measures()).param("serious", report.serious()).param("by", by.value()).query(Integer.class).single();
    for (int i = 0; i < report.witnesses().size(); i++) {
      db.sql("insert into daybook.incident_witness (incident_id, part, position, name, contact) values (:id, :part, :position, :name, :contact)")
          .param("id", id.value()).param("part", part).param("position", i).param("name", report.witnesses().get(i).name())
          .param("contact", report.witnesses().get(i).contact()).update();
    }
  }

  /** @return false when the supervisors knew already */
  boolean serious(IncidentId id, Instant at) {
    return db.sql("update daybook.incident set serious_at = :at where id = :id and serious_at is null").param("id", id.value()).param("at", Sql.at(at))
        .update() == 1;
  }

  Optional<Incident> find(IncidentId id) {
    return db.sql("select organization_id, shift_id, year, number, serious_at from daybook.incident where id = :id").param("id", id.value())
        .query((row, number) -> new Incident(id, new OrganizationId(row.getLong("organization_id")), new ShiftId(row.getLong("shift_id")),
            row.getInt("year"), row.getInt("number"), Sql.orNull(row, "serious_at"), parts(id))).optional();
  }

  private List<Incident.Part> parts(IncidentId id) {
    Map<Integer, List<Witness>> witnesses = db.sql("""
        select part, name, coalesce(contact, '') as contact from daybook.incident_witness where incident_id = :id order by part, position
        """).param("id", id.value())
        .query((row, number) -> Map.entry(row.getInt("part"), new Witness(row.getString("name"), row.getString("contact")))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return db.sql("""
        select part, happened_at, coalesce(place, '') as place, words, hurt, coalesce(concerned, '') as concerned, help,
               coalesce(measures, '') as measures, serious, written_by, written_at
        from daybook.incident_part where incident_id = :id order by part
        """).param("id", id.value()).query((row, number) -> part(row, witnesses.getOrDefault(row.getInt("part"), List.of()))).list();
  }

  private static Incident.Part part(ResultSet row, List<Witness> witnesses) throws SQLException {
    Report report = new Report(Sql.orNull(row, "happened_at"), row.getString("place"), row.getString("words"), row.getObject("hurt", Integer.class),
        row.getString("concerned"), Help.of(row.getString("help")).orElse(null), row.getString("measures"), row.getBoolean("serious"), witnesses);
    return new Incident.Part(row.getInt("part"), report, new AccountId(row.getLong("written_by")), Sql.instant(row, "written_at"));
  }

  Slice<IncidentLine> page(OrganizationId organization, int page) {
    long total = db.sql("select count(*) from daybook.incident where organization_id = :organization").param("organization", organization.value())
        .query(Long.class).single();
    List<IncidentLine> rows = db.sql(LINE + " where i.organization_id = :organization order by i.year desc, i.number desc limit :size offset :skip")
        .param("organization", organization.value()).param("size", PAGE).param("skip", (long) (page - 1) * PAGE).query(IncidentTable::line).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  List<IncidentLine> of(ShiftId shift) {
    return db.sql(LINE + " where i.shift_id = :shift order by i.id").param("shift", shift.value()).query(IncidentTable::line).list();
  }

  private static IncidentLine line(ResultSet row, int number) throws SQLException {
    String place = row.getString("place");
    return new IncidentLine(new IncidentId(row.getLong("id")), row.getInt("year") + "/" + row.getInt("number"), Sql.instant(row, "happened_at"),
        place == null ? "" : place, row.getString("words"), row.getBoolean("serious"), row.getString("title"), row.getInt("parts"));
  }
}
