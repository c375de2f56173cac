package dz.linatatawwa.integrity;

import dz.linatatawwa.hours.ClaimId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which claims wait to be looked at, and how far the walk over all of them has come. */
@Repository
class WorkTable {

  private static final String WALK = "all claims";

  private final JdbcClient db;

  WorkTable(JdbcClient db) {
    this.db = db;
  }

  void add(Collection<ClaimId> claims) {
    db.sql("insert into integrity.to_check (claim_id) select distinct unnest(cast(:claims as bigint[])) order by 1 on conflict do nothing")
        .param("claims", claims.stream().map(ClaimId::value).toArray(Long[]::new)).update();
  }

  /** Everything that the closed day may have to do with: its own claims, and others of its people in the same hours. */
  void addAround(long shift) {
    db.sql("""
        insert into integrity.to_check (claim_id)
        select distinct k.id
        from attendance.attendance a
        join hours.claim k on k.volunteer_id = a.volunteer_id and k.state in ('proposed', 'confirmed') and k.during && tstzrange(a.checked_in_at, a.checked_out_at)
        where a.shift_id = :shift and a.checked_out_at is not null
        order by k.id
        on conflict do nothing""").param("shift", shift).update();
  }

  /** Takes some out, for the rest of the transaction: if that dies they are back. */
  List<Long> take(int atMost) {
    return db.sql("""
        delete from integrity.to_check
        where claim_id in (select claim_id from integrity.to_check order by since, claim_id limit :most for update skip locked)
        returning claim_id""").param("most", atMost).query((row, number) -> row.getLong(1)).list();
  }

  /** The next claims of the walk; nobody else walks at the same time. Empty at the end, or while another node walks. */
  List<Long> walk(int atMost) {
    db.sql("insert into integrity.walk (name, last_id) values (:name, 0) on conflict do nothing").param("name", WALK).update();
    List<Long> last = db.sql("select last_id from integrity.walk where name = :name for update skip locked").param("name", WALK).query((row, number) -> row.getLong(1)).list();
    if (last.isEmpty()) return List.of();
    List<Long> claims = db.sql("select id from hours.claim where id > :last order by id limit :most").param("last", last.getFirst()).param("most", atMost)
        .query((row, number) -> row.getLong(1)).list();
    if (!claims.isEmpty()) goTo(claims.getLast());
    return claims;
  }

  /** The walk begins again with what was proposed in the last five weeks: checks over several days may find more by now. */
  void walkAgain() {
    db.sql("""
        update integrity.walk w set last_id = least(w.last_id, c.first - 1), at = now()
        from (select min(id) as first from hours.claim where state in ('proposed', 'confirmed') and entered_at > now() - interval '35 days') c
        where w.name = :name and c.first is not null""").param("name", WALK).update();
  }

  private void goTo(long claim) {
    db.sql("update integrity.walk set last_id = :claim, at = now() where name = :name").param("claim", claim).param("name", WALK).update();
  }
}
