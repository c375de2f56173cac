package dz.linatatawwa.partnerships;

import dz.linatatawwa.organizations.OrganizationId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that reads agreements as they stand. */
@Component
class AgreementTable {

  private static final String COLUMNS = """
      a.id, a.partner_id, a.organization_id, a.state, a.version, a.renews, a.terminated_from, v.title_ar, v.title_fr, v.from_day, v.to_day,
      least(v.to_day, a.terminated_from - 1) as last_day,
      array(select p.promise || ':' || coalesce(p.quota::text, '') from partnerships.promised p
            where p.agreement_id = a.id and p.version = a.version order by p.promise) as promises
      """;
  private static final String TABLES = """
       from partnerships.agreement a
      join partnerships.version v on v.agreement_id = a.id and v.number = a.version
      """;

  private final JdbcClient db;
  private final PartnershipSettings settings;

  AgreementTable(JdbcClient db, PartnershipSettings settings) {
    this.db = db;
    this.settings = settings;
  }

  Optional<Agreement> find(AgreementId id, LocalDate today) {
    return db.sql("select " + COLUMNS + TABLES + " where a.id = :id").param("id", id.value()).query((row, number) -> read(row, today)).optional();
  }

  Optional<AgreementId> active(PartnerId partner, Promise promise, LocalDate day) {
    return db.sql("""
        select agreement_id
        from partnerships.active_agreement
        where partner_id = :partner and promise = :promise and :day between from_day and to_day
        order by to_day desc, agreement_id desc
        limit 1
        """).param("partner", partner.value()).param("promise", promise.code()).param("day", day).query(Long.class).optional().map(AgreementId::new);
  }

  /** The agreements to which a partner is a party, the newest first. */
  List<Agreement> of(PartnerId partner, LocalDate today) {
    return db.sql("select " + COLUMNS + TABLES + """
         join partnerships.party y on y.agreement_id = a.id
        where y.partner_id = :partner and a.state <> 'dropped'
        order by a.id desc
        limit 100
        """).param("partner", partner.value()).query((row, number) -> read(row, today)).list();
  }

  /** The agreements of a partner's wilayas that end within so many days and that nobody has renewed, the nearest end first; at most 100. */
  List<Agreement> ending(boolean nation, List<String> wilayas, LocalDate today, int days) {
    return db.sql("select " + COLUMNS + TABLES + """
         join partnerships.partner p on p.id = a.partner_id
        where a.state = 'signed' and a.ended_at is null and least(v.to_day, a.terminated_from - 1) between :today and :until
          and (:nation or p.wilaya_code = any(:wilayas)) and a.terminated_from is null
          and not exists (select 1 from partnerships.agreement n where n.renews = a.id and n.state <> 'dropped')
        order by v.to_day, a.id
        limit 100
        """).param("today", today).param("until", today.plusDays(days)).param("nation", nation).param("wilayas", wilayas.toArray(String[]::new))
        .query((row, number) -> read(row, today)).list();
  }

  Optional<AgreementId> renewal(AgreementId id) {
    return db.sql("select id from partnerships.agreement where renews = :id and state <> 'dropped'").param("id", id.value()).query(Long.class).optional()
        .map(AgreementId::new);
  }

  Set<PartnerId> parties(AgreementId id) {
    return db.sql("select partner_id from partnerships.party where agreement_id = :id order by 1").param("id", id.value()).query(Long.class).list().stream()
        .map(PartnerId::new).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Who changes or signs one agreement goes one after the other. */
  Optional<Agreement> lock(AgreementId id, LocalDate today) {
    db.sql("select id from partnerships.agreement where id = :id for update").param("id", id.value()).query(Long.class).optional();
    return find(id, today);
  }

  private Agreement read(ResultSet row, LocalDate today) throws SQLException {
    Map<Promise, Optional<Integer>> promises = promises(row.getArray("promises"));
    LocalDate from = row.getObject("from_day", LocalDate.class);
    LocalDate last = row.getObject("last_day", LocalDate.class);
    Long organization = row.getObject("organization_id", Long.class);
    Long renews = row.getObject("renews", Long.class);
    return new Agreement(new AgreementId(row.getLong("id")), new PartnerId(row.getLong("partner_id")),
        organization == null ? null : new OrganizationId(organization),
        state(row.getString("state"), row.getObject("terminated_from", LocalDate.class), from, last, today), row.getInt("version"),
        row.getString("title_ar"), row.getString("title_fr"), from, row.getObject("to_day", LocalDate.class), last, promises,
        renews == null ? null : new AgreementId(renews));
  }

  static Map<Promise, Optional<Integer>> promises(Array array) throws SQLException {
    Map<Promise, Optional<Integer>> promises = new EnumMap<>(Promise.class);
    for (String text : (String[]) array.getArray()) {
      String[] parts = text.split(":", -1);
      promises.put(Promise.of(parts[0]).orElseThrow(), parts[1].isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(parts[1])));
    }
    return promises;
  }

  private AgreementState state(String kept, @Nullable LocalDate terminated, LocalDate from, LocalDate last, LocalDate today) {
    return switch (kept) {
      case "draft" -> AgreementState.DRAFT;
      case "signing" -> AgreementState.SIGNING;
      case "dropped" -> AgreementState.DROPPED;
      default -> {
        if (today.isAfter(last)) yield terminated == null ? AgreementState.EXPIRED : AgreementState.TERMINATED;
        if (today.isBefore(from)) yield AgreementState.COMING;
        yield today.plusDays(settings.firstReminder()).isBefore(last) ? AgreementState.ACTIVE : AgreementState.EXPIRING;
      }
    };
  }
}
