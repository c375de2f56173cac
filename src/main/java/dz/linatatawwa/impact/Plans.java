package dz.linatatawwa.impact;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.PublicPagesChanged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What campaigns and opportunities mean to reach, and what people write by hand of what they reached. Who may write is the caller's to check. */
@Service
public class Plans {

  /** The largest quantity of one line. */
  public static final int MOST = 10_000_000;
  /** Lines by hand of one target, at most. */
  public static final int MOST_LINES = 200;

  /** A unit with how much of it is planned. */
  public record Planned(Unit unit, int quantity) {}

  /** What was reached, as somebody wrote it.
   *  @param note in their words; may be empty */
  public record ByHand(long id, LocalDate day, Unit unit, int quantity, String note) {}

  private final JdbcClient db;
  private final Units units;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Plans(JdbcClient db, Units units, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.units = units;
    this.events = events;
    this.clock = clock;
  }

  /** What a target plans. */
  public List<Planned> of(Target target) {
    return on(target, "select unit, quantity from impact.plan where %s order by id")
        .query((row, i) -> new Planned(unit(row.getString("unit")), row.getInt("quantity"))).list();
  }

  /** Plans a unit, or plans it anew.
   *  @param quantity 1 to {@value #MOST} */
  @Transactional
  public void plan(Target target, Unit unit, int quantity, AccountId by) {
    db.sql("""
        insert into impact.plan as p (campaign_id, opportunity_id, unit, quantity, planned_by) values (:campaign, :opportunity, :unit, :quantity, :by)
        on conflict (campaign_id, opportunity_id, unit) do update set quantity = excluded.quantity, planned_by = excluded.planned_by, planned_at = now()
        """).param("campaign", campaign(target)).param("opportunity", opportunity(target)).param("unit", unit.code()).param("quantity", quantity)
        .param("by", by.value()).update();
    events.publishEvent(new PublicPagesChanged());
  }

  /** Plans a unit no more. */
  @Transactional
  public void drop(Target target, String unit) {
    on(target, "delete from impact.plan where %s and unit = :unit").param("unit", unit).update();
    events.publishEvent(new PublicPagesChanged());
  }

  /** What was written by hand, the latest day first. */
  public List<ByHand> reached(Target target) {
    return on(target, "select id, day, unit, quantity, coalesce(note, '') as note from impact.reached where %s and removed_at is null order by day desc, id desc limit " + MOST_LINES)
        .query((row, i) -> new ByHand(row.getLong("id"), row.getObject("day", LocalDate.class), unit(row.getString("unit")), row.getInt("quantity"), row.getString("note"))).list();
  }

  /** Writes what was reached on a day.
   *  @param day not in the future
   *  @return false when the target has as many lines as it may have, or the day is to come */
  @Transactional
  public boolean reach(Target target, LocalDate day, Unit unit, int quantity, String note, AccountId by) {
    if (day.isAfter(today()) || reached(target).size() >= MOST_LINES) return false;
    db.sql("""
        insert into impact.reached (campaign_id, opportunity_id, day, unit, quantity, note, written_by) values (:campaign, :opportunity, :day, :unit, :quantity, :note, :by)
        """).param("campaign", campaign(target)).param("opportunity", opportunity(target)).param("day", day).param("unit", unit.code()).param("quantity", quantity)
        .param("note", note.isEmpty() ? null : note).param("by", by.value()).update();
    events.publishEvent(new PublicPagesChanged());
    return true;
  }

  /** Takes a line out; it stays kept, with who took it out.
   *  @return false when it is not one of this target */
  @Transactional
  public boolean remove(Target target, long id, AccountId by) {
    events.publishEvent(new PublicPagesChanged());
    return on(target, "update impact.reached set removed_at = coalesce(removed_at, now()), removed_by = coalesce(removed_by, :by) where %s and id = :id")
        .param("id", id).param("by", by.value()).update() == 1;
  }

  /** Puts a line back that was taken out. */
  @Transactional
  public void putBack(Target target, long id) {
    on(target, "update impact.reached set removed_at = null, removed_by = null where %s and id = :id").param("id", id).update();
    events.publishEvent(new PublicPagesChanged());
  }

  /** Units that may be planned and reached. */
  public List<Unit> units() {
    return units.of(dz.linatatawwa.daybook.GoodsKind.ACHIEVED);
  }

  /** One of them by its code. */
  public Optional<Unit> unitOf(String code) {
    return units().stream().filter(unit -> unit.code().equals(code)).findFirst();
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }

  private JdbcClient.StatementSpec on(Target target, String sql) {
    return switch (target) {
      case Target.OfCampaign(var id) -> db.sql(sql.formatted("campaign_id = :target")).param("target", id.value());
      case Target.OfOpportunity(var id) -> db.sql(sql.formatted("opportunity_id = :target")).param("target", id.value());
    };
  }

  private static @Nullable Long campaign(Target target) {
    return target instanceof Target.OfCampaign(var id) ? id.value() : null;
  }

  private static @Nullable Long opportunity(Target target) {
    return target instanceof Target.OfOpportunity(var id) ? id.value() : null;
  }

  private Unit unit(String code) {
    return units.of(code).orElseThrow(() -> new IllegalStateException("no unit " + code));
  }
}
