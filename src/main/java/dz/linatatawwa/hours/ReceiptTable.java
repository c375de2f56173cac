package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a notice about a claim says and where it leads. */
@Repository
class ReceiptTable {

  private final JdbcClient db;

  ReceiptTable(JdbcClient db) {
    this.db = db;
  }

  /** @param kind    confirmed, found, declared or raised: how it came into the ledger
   *  @param what    the opportunity's or the declared work's own words
   *  @param by      who wrote the line, or settled the claim
   *  @param address of the receipt */
  record Told(String kind, String what, LocalDate day, @Nullable AccountId by, String address) {}

  /** @param back whether the line that took the claim back is meant */
  Told told(ClaimId claim, boolean back) {
    return db.sql("""
        select case c.origin when 'contest' then 'found' when 'declaration' then case c.grade when 'E' then 'declared' else 'raised' end
            else 'confirmed' end as kind,
          coalesce(o.title, c.title, '—') as what, coalesce(e.day, (lower(c.during) at time zone 'Africa/Algiers')::date) as day,
          coalesce(e.written_by, c.decided_by) as by_account, e.id as entry
        from hours.claim c
        left join opportunities.countable o on o.id = c.opportunity_id
        left join lateral (select l.id, l.day, l.written_by from hours.entry l
          where l.claim_id = c.id and (l.reverses is not null) = :back order by l.day, l.id limit 1) e on true
        where c.id = :claim""")
        .param("claim", claim.value()).param("back", back)
        .query((row, number) -> new Told(row.getString("kind"), row.getString("what"), row.getObject("day", LocalDate.class),
            row.getObject("by_account", Long.class) == null ? null : new AccountId(row.getLong("by_account")),
            Receipts.address(claim, row.getObject("entry", Long.class)))).single();
  }
}
