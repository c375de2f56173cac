package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Organisations that an import brought and that are still drafts: their supervisors send them to verification, many at a time. */
@Component
public class Sendings {

  private static final int PAGE = 50;

  /** Longer than for one registration: nobody waits at the other end, and they come by the hundred. */
  private static final Duration TIME_TO_VERIFY = Duration.ofDays(60);

  private static final String DRAFTS = """
      o.state = 'draft' and o.import_id is not null
      and (:nation or (o.scope <> 'national' and o.wilaya_code = any(cast(:wilayas as text[]))))
      and (cast(:wilaya as text) is null or o.wilaya_code = :wilaya)
      and (cast(:kind as text) is null or o.kind = :kind)
      and (cast(:import as bigint) is null or o.import_id = :import)
      """;

  private final JdbcClient db;
  private final Territories territories;
  private final Matters matters;
  private final Audit audit;
  private final Clock clock;

  Sendings(JdbcClient db, Territories territories, Matters matters, Audit audit, Clock clock) {
    this.db = db;
    this.territories = territories;
    this.matters = matters;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which drafts; null: whichever.
   *  @param from the number of the import that brought them */
  public record Filter(@Nullable WilayaCode wilaya, @Nullable OrganizationKind kind, @Nullable Long from) {}

  /** Several that were sent together. */
  public record Sending(long id, int number) {}

  /** An import of which drafts are left. */
  public record Source(long id, int drafts) {}

  /** The drafts in a supervisor's territory, 50 a page, by name. */
  public Slice<Organization> drafts(AccountId supervisor, Filter filter, int page) {
    Map<String, Object> values = values(territories.of(supervisor), filter);
    long total = db.sql("select count(*) from organizations.organization o where " + DRAFTS).params(values).query(Long.class).single();
    List<Organization> rows = db.sql("select " + OrganizationRow.COLUMNS + " from organizations.organization o where " + DRAFTS
            + " order by o.name_key, o.id limit :size offset :skip")
        .params(values).param("size", PAGE).param("skip", (long) (page - 1) * PAGE).query(OrganizationRow::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** The imports that brought the drafts of a supervisor's territory, the newest first. */
  public List<Source> sources(AccountId supervisor) {
    return db.sql("select o.import_id, count(*) as drafts from organizations.organization o where " + DRAFTS + " group by 1 order by 1 desc limit 50")
        .params(values(territories.of(supervisor), new Filter(null, null, null)))
        .query((row, number) -> new Source(row.getLong("import_id"), row.getInt("drafts"))).list();
  }

  /** The newest sendings of this person that can still be taken back, at least in part. */
  public List<Sending> open(AccountId supervisor) {
    return db.sql("""
        select s.id, count(*) as waiting
        from organizations.sending s join organizations.organization o on o.sending_id = s.id and o.state = 'waiting'
        where s.sent_by = :by and s.undone_at is null
        group by s.id
        order by s.id desc
        limit 5
        """).param("by", supervisor.value()).query((row, number) -> new Sending(row.getLong("id"), row.getInt("waiting"))).list();
  }

  /** Sends drafts to verification: each becomes a matter of its supervisors' queue.
   *  @param chosen the numbers of some drafts; empty: all that the filter shows
   *  @return nothing when none of them was a draft of the territory (any more) */
  @Transactional
  public Optional<Sending> send(AccountId supervisor, Filter filter, List<Long> chosen) {
    List<Organization> sent = db.sql("select " + OrganizationRow.COLUMNS + " from organizations.organization o where " + DRAFTS
            + " and (cardinality(cast(:chosen as bigint[])) = 0 or o.id = any(:chosen)) order by o.id for update of o")
        .params(values(territories.of(supervisor), filter)).param("chosen", chosen.toArray(Long[]::new)).query(OrganizationRow::read).list();
    if (sent.isEmpty()) return Optional.empty();
    long id = db.sql("insert into organizations.sending (sent_at, sent_by, number) values (:now, :by, :number) returning id")
        .param("now", OrganizationRow.at(clock.instant())).param("by", supervisor.value()).param("number", sent.size()).query(Long.class).single();
    db.sql("update organizations.organization set state = 'waiting', state_since = :now, sending_id = :sending where id = any(:ids)")
        .param("now", OrganizationRow.at(clock.instant())).param("sending", id).param("ids", sent.stream().map(one -> one.id().value()).toArray(Long[]::new)).update();
    matters.openAll(Organizations.VERIFICATION, sent.stream().map(one -> new Matters.Asked(one.id().value(), one.whereabouts(), one.profile().nameAr())).toList(),
        clock.instant().plus(TIME_TO_VERIFY));
    audit.note(supervisor, "organization.brought-sent", "sending", Long.toString(id), null, Map.of("number", sent.size()));
    return Optional.of(new Sending(id, sent.size()));
  }

  /** Takes a sending back: those of it that nobody has decided are drafts again.
   *  @return how many
   *  @throws NotFound when this person did not send it */
  @Transactional
  public int undo(AccountId supervisor, long sending) {
    int mine = db.sql("update organizations.sending set undone_at = coalesce(undone_at, :now) where id = :id and sent_by = :by")
        .param("now", OrganizationRow.at(clock.instant())).param("id", sending).param("by", supervisor.value()).update();
    if (mine == 0) throw new NotFound("sending " + sending + " is not " + supervisor + "'s");
    List<Long> back = db.sql("""
        update organizations.organization set state = 'draft', state_since = :now, sending_id = null
        where sending_id = :sending and state = 'waiting'
        returning id
        """).param("now", OrganizationRow.at(clock.instant())).param("sending", sending).query((row, number) -> row.getLong("id")).list();
    matters.withdrawAll(Organizations.VERIFICATION, back, supervisor);
    audit.note(supervisor, "organization.brought-taken-back", "sending", Long.toString(sending), null, Map.of("number", back.size()));
    return back.size();
  }

  private static Map<String, Object> values(Territory territory, Filter filter) {
    Map<String, Object> values = new HashMap<>();
    values.put("nation", territory.nation());
    values.put("wilayas", territory.wilayas().stream().map(WilayaCode::value).toArray(String[]::new));
    values.put("wilaya", filter.wilaya() instanceof WilayaCode code ? code.value() : null);
    values.put("kind", filter.kind() instanceof OrganizationKind kind ? kind.code() : null);
    values.put("import", filter.from());
    return values;
  }
}
