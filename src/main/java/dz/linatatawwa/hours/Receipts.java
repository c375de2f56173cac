package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.attendance.Trail;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.places.CommuneCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts of what stands in a person's ledger; each only for that person. */
@Repository
public class Receipts {

  private final JdbcClient db;
  private final BookTable books;
  private final Trail trails;
  private final Accounts accounts;

  Receipts(JdbcClient db, BookTable books, Trail trails, Accounts accounts) {
    this.db = db;
    this.books = books;
    this.trails = trails;
    this.accounts = accounts;
  }

  /** The receipt of a line of this person's ledger; nothing for somebody else's. */
  public Optional<Receipt> ofEntry(AccountId person, long entry) {
    return books.entry(person.value(), entry).map(line -> receipt(person, line));
  }

  /** The receipt of a claim that has not become a line. */
  public Optional<Receipt> ofClaim(AccountId person, ClaimId claim) {
    return books.claim(person.value(), claim.value()).map(line -> receipt(person, line));
  }

  /** Where the receipt of a claim stands: at its newest line, or at the claim while there is none. */
  public static String address(ClaimId claim, @Nullable Long entry) {
    return entry == null ? "/hours/claims/" + claim : "/hours/entries/" + entry;
  }

  /** The newest line of a claim. */
  public Optional<Long> newestEntry(ClaimId claim) {
    return db.sql("select id from hours.entry where claim_id = :claim order by (reverses is not null) desc, day, id limit 1")
        .param("claim", claim.value()).query(Long.class).optional();
  }

  private Receipt receipt(AccountId person, BookLine line) {
    Facts facts = facts(line);
    List<Trail.Line> trail = facts.shift == null ? List.of() : trails.of(person, facts.shift);
    List<AccountId> people = Stream.concat(Stream.of(line.by(), line.seconded()), trail.stream().map(Trail.Line::by))
        .filter(Objects::nonNull).distinct().toList();
    return new Receipt(line, facts.origin, facts.shift, facts.commune, facts.reversedBy, facts.siblings, facts.proposedAt, facts.writtenAt, trail,
        accounts.names(people));
  }

  private Facts facts(BookLine line) {
    return db.sql("""
        select c.origin, c.shift_id, c.proposed_at, coalesce(e.commune_code, c.commune_code, o.commune_code) as commune_code, e.written_at,
          (select r.id from hours.entry r where r.reverses = e.id) as reversed_by,
          coalesce((select array_agg(s.id order by s.day) from hours.entry s
            where s.claim_id = c.id and s.id <> e.id and (s.reverses is null) = (e.reverses is null)), '{}') as siblings
        from hours.claim c
        left join hours.entry e on e.claim_id = c.id and e.id = :entry
        left join opportunities.countable o on o.id = c.opportunity_id
        where c.id = :claim""")
        .param("entry", line.entry()).param("claim", line.claim().value())
        .query((row, number) -> new Facts(row.getString("origin"), row.getObject("shift_id", Long.class) == null ? null : new ShiftId(row.getLong("shift_id")),
            row.getString("commune_code") == null ? null : new CommuneCode(row.getString("commune_code")),
            row.getObject("reversed_by", Long.class), Arrays.asList((Long[]) row.getArray("siblings").getArray()),
            row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
            row.getObject("written_at", OffsetDateTime.class) == null ? null : row.getObject("written_at", OffsetDateTime.class).toInstant())).single();
  }

  private record Facts(String origin, @Nullable ShiftId shift, @Nullable CommuneCode commune, @Nullable Long reversedBy, List<Long> siblings,
      Instant proposedAt, @Nullable Instant writtenAt) {}
}
