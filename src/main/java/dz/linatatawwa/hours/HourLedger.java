package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger of volunteer hours: from a closed attendance to a line that stands, and, where it was wrong, to the line that takes it back. */
@Service
public class HourLedger {

  private final ClaimTable claims;
  private final BookTable books;
  private final Settling settling;
  private final Outright outright;
  private final Levels levels;
  private final LedgerCheck check;
  private final LedgerMatters matters;
  private final HourSettings settings;
  private final Audit audit;
  private final TransactionTemplate inTransaction;

  HourLedger(ClaimTable claims, BookTable books, Settling settling, Outright outright, Levels levels, LedgerCheck check, LedgerMatters matters,
      HourSettings settings, Audit audit, TransactionTemplate inTransaction) {
    this.claims = claims;
    this.books = books;
    this.settling = settling;
    this.outright = outright;
    this.levels = levels;
    this.check = check;
    this.matters = matters;
    this.settings = settings;
    this.audit = audit;
    this.inTransaction = inTransaction;
  }

  /** Proposes the hours of everybody who was there and has not been claimed yet; once, however often it is asked.
   *  Time is what was attended within the shift and its grace, in whole minutes. Whoever has hours elsewhere at that time is left out.
   *  @param by null: the platform itself, when the day was closed
   *  @return how many were proposed now */
  @Transactional
  public int propose(ShiftId shift, @Nullable AccountId by) {
    return claims.propose(shift.value(), by == null ? null : by.value(), settings.limits(), settings.majority(), null).size();
  }

  /** Proposes again what was refused or reversed, as it was attended; its times may then be changed before somebody confirms. Never what a finding ended.
   *  @return whether there is a new claim */
  @Transactional
  public boolean proposeAgain(OrganizationId organization, ClaimId claim, AccountId by) {
    levels.settler(by, organization);
    return claims.ended(organization.value(), claim.value()).map(ended ->
        !claims.propose(ended.shift(), by.value(), settings.limits(), settings.majority(), List.of(ended.attendance())).isEmpty()).orElse(false);
  }

  /** Confirms, as far as the rules let this person.
   *  @param reason why somebody has more than twelve hours on a day; null where nobody has */
  @Transactional
  public Settlement confirm(OrganizationId organization, Collection<ClaimId> asked, AccountId by, @Nullable String reason) {
    Settler settler = levels.settler(by, organization);
    return settled("hours.confirmed", by, reason, asked, () -> settling.confirm(organization.value(), asked, settler, reason));
  }

  /** Refuses, for a coded reason that the person reads.
   *  @param words more about it; may be empty */
  @Transactional
  public Settlement refuse(OrganizationId organization, Collection<ClaimId> asked, AccountId by, RefusalCode code, String words) {
    Settler settler = levels.settler(by, organization);
    return settled("hours.refused", by, code.code(), asked, () -> settling.refuse(organization.value(), asked, settler, code, words));
  }

  /** Takes confirmed hours back: other lines name those that they reverse. The first lines stay.
   *  @param reason read by the person whose hours they were */
  @Transactional
  public Settlement reverse(OrganizationId organization, ClaimId claim, AccountId by, String reason) {
    Settler settler = levels.settler(by, organization);
    return settled("hours.reversed", by, reason, List.of(claim), () -> settling.reverse(organization.value(), claim, settler, reason));
  }

  /** Changes the times of a claim that waits; within the shift and its grace, and never over other hours of the person. */
  public Settlement retime(OrganizationId organization, ClaimId claim, AccountId by, Instant from, Instant to, String reason) {
    Settler settler = levels.settler(by, organization);
    try {
      return answered(inTransaction.execute(status -> settled("hours.retimed", by, reason, List.of(claim),
          () -> settling.retime(organization.value(), claim, settler, from, to, reason))));
    } catch (DataIntegrityViolationException clash) {
      if (!String.valueOf(clash.getMessage()).contains("never_in_two_places")) throw clash;
      return new Settlement(List.of(), List.of(), Map.of(claim, Why.TWO_PLACES));
    }
  }

  /** Puts somebody's time in a shift as a settler of neither side found it: what stood is taken back, and what was found is written.
   *  @param by a supervisor who looks after the organisation and is no member of it
   *  @throws NotFound for everybody else */
  @Transactional
  public Outcome find(OrganizationId organization, Finding finding, AccountId by, String reason) {
    Settler settler = levels.settler(by, organization);
    if (settler.level() != Level.SUPERVISOR) throw new NotFound("hours of organisation " + organization + " are its own to " + by);
    return noted("hours.found", finding.shift().toString(), "shift", by, reason, outright.find(finding, settler, reason));
  }

  /** Writes work outside the platform with grade E. It never stands over other hours. */
  @Transactional
  public Outcome declare(DeclaredWork work) {
    return outright.declare(work);
  }

  /** Why declared work could not stand now; nothing when it could. */
  public Optional<Why> mayDeclare(DeclaredWork work) {
    return outright.clash(work);
  }

  /** Takes declared hours back.
   *  @param by the person themselves, who denies it, or a supervisor: the caller has checked */
  @Transactional
  public Outcome retract(Collection<ClaimId> declared, AccountId by, String reason) {
    return outright.retract(declared, by, reason);
  }

  /** Raises declared hours to grade D, because a document proves them: never by the person themselves.
   *  @param by the supervisor who accepted it: the caller has checked the territory */
  @Transactional
  public Outcome raise(Collection<ClaimId> declared, AccountId by, String reason) {
    return noted("hours.raised", declared.iterator().next().toString(), "claim", by, reason, outright.raise(declared, by, reason));
  }

  /** Everything that one person's book holds of one year or of one state, newest day first. */
  public Slice<BookLine> book(AccountId volunteer, BookFilter filter, int page) {
    return books.page(volunteer.value(), filter, page);
  }

  /** Every line of a filter at once, for a file: at most ten thousand. */
  public List<BookLine> wholeBook(AccountId volunteer, BookFilter filter) {
    return books.all(volunteer.value(), filter);
  }

  /** What somebody attended lately that was recorded and is no volunteering, at most thirty. */
  public List<Beside> beside(AccountId volunteer) {
    return books.beside(volunteer.value());
  }

  /** The years of which a book holds something, the latest first. */
  public List<Integer> years(AccountId volunteer) {
    return books.years(volunteer.value());
  }

  /** Sums of a person's hours. */
  public HourTotals totals(AccountId volunteer) {
    return books.totals(volunteer.value());
  }

  /** Confirmed minutes of an organisation, in the grades that count. */
  public long minutesGiven(OrganizationId organization) {
    return books.minutesOf(organization.value());
  }

  /** Where what is kept for speed, or a claim, does not equal the ledger; empty when all is well. */
  public List<Difference> verify() {
    return check.differences();
  }

  private Settlement settled(String deed, AccountId by, @Nullable String reason, Collection<ClaimId> asked, Supplier<Settlement> settle) {
    Settlement done = settle.get();
    if (!done.settled().isEmpty() || !done.vouched().isEmpty()) {
      audit.note(by, deed, "claim", asked.iterator().next().toString(), reason,
          Map.of("claims", done.settled().stream().map(ClaimId::value).toList(), "vouched", done.vouched().stream().map(ClaimId::value).toList()));
      matters.bringUpToDate(done, by);
    }
    return done;
  }

  private Outcome noted(String deed, String id, String kind, AccountId by, String reason, Outcome outcome) {
    if (outcome instanceof Outcome.Written(List<ClaimId> claims)) {
      audit.note(by, deed, kind, id, reason, Map.of("claims", claims.stream().map(ClaimId::value).toList()));
      matters.bringUpToDate(new Settlement(claims, List.of(), Map.of()), by);
    }
    return outcome;
  }

  private static Settlement answered(@Nullable Settlement settlement) {
    if (settlement == null) throw new IllegalStateException("no answer");
    return settlement;
  }
}
