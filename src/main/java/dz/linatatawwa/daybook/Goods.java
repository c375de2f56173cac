package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a day used, brought back and achieved. Who may write is the caller's to check (the desk does). */
@Repository
public class Goods {

  /** Lines of one shift, at most. */
  public static final int MOST = 60;

  private static final String SUM = """
      select g.unit, sum(g.quantity)::bigint as quantity
      from daybook.goods g
      join attendance.closure c on c.shift_id = g.shift_id
      join opportunities.shift s on s.id = g.shift_id
      join opportunities.opportunity o on o.id = s.opportunity_id
      where g.removed_at is null and g.kind = 'achieved' and
      """;

  private final JdbcClient db;
  private final Units units;

  Goods(JdbcClient db, Units units) {
    this.db = db;
    this.units = units;
  }

  /** Adds a line, once for its key.
   *  @return false when the shift has as many lines as it may have */
  @Transactional
  public boolean add(ShiftId shift, AccountId by, String key, GoodsLine line) {
    if (of(shift).size() >= MOST) return false;
    db.sql("""
        insert into daybook.goods (shift_id, key, kind, what, quantity, unit, written_by)
        values (:shift, :key, :kind, :what, :quantity, :unit, :by)
        on conflict (key) do nothing
        """).param("shift", shift.value()).param("key", key).param("kind", line.kind().code()).param("what", line.what())
        .param("quantity", line.quantity()).param("unit", line.unit().code()).param("by", by.value()).update();
    return true;
  }

  /** Takes a line out; it stays kept, with who took it out.
   *  @return false when it is not one of this shift */
  @Transactional
  public boolean remove(ShiftId shift, long id, AccountId by) {
    return db.sql("""
        update daybook.goods set removed_at = coalesce(removed_at, now()), removed_by = coalesce(removed_by, :by) where id = :id and shift_id = :shift
        """).param("id", id).param("shift", shift.value()).param("by", by.value()).update() == 1;
  }

  /** Puts a line back that was taken out. */
  @Transactional
  public void putBack(ShiftId shift, long id) {
    db.sql("update daybook.goods set removed_at = null, removed_by = null where id = :id and shift_id = :shift").param("id", id)
        .param("shift", shift.value()).update();
  }

  /** The lines of a shift, achievements first. */
  public List<GoodsLine> of(ShiftId shift) {
    Map<String, Unit> known = known();
    return db.sql("""
        select id, kind, coalesce(what, '') as what, quantity, unit from daybook.goods
        where shift_id = :shift and removed_at is null order by kind, id
        """).param("shift", shift.value()).query((row, number) -> new GoodsLine(row.getLong("id"), GoodsKind.of(row.getString("kind")).orElseThrow(),
            row.getString("what"), row.getInt("quantity"), unit(known, row.getString("unit")))).list();
  }

  /** What the closed days of an opportunity achieved, the largest sums first. */
  public List<Achieved> achieved(OpportunityId opportunity) {
    return sums(db.sql(SUM + " o.id = :id group by g.unit order by 2 desc, 1").param("id", opportunity.value()));
  }

  /** What the closed days of a campaign achieved, the largest sums first. */
  public List<Achieved> achieved(CampaignId campaign) {
    return sums(db.sql(SUM + " o.campaign_id = :id group by g.unit order by 2 desc, 1").param("id", campaign.value()));
  }

  private Map<String, Unit> known() {
    return units.all().stream().map(Units.Listed::unit).collect(Collectors.toMap(Unit::code, Function.identity()));
  }

  private static Unit unit(Map<String, Unit> known, String code) {
    Unit unit = known.get(code);
    if (unit == null) throw new IllegalStateException("no unit " + code);
    return unit;
  }

  private List<Achieved> sums(JdbcClient.StatementSpec sums) {
    Map<String, Unit> known = known();
    return sums.query((row, number) -> new Achieved(unit(known, row.getString("unit")), row.getLong("quantity"))).list();
  }
}
