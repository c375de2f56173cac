package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "This is wrong": cases about hours, from the first tap to the entry that settles them. */
@Service
public class Contests {

  /** The kind of matter under which a case waits for supervisors. */
  public static final String MATTER = "contest";

  private static final Duration RECENT = Duration.ofDays(120);

  private final ContestTable table;
  private final AskTable asks;
  private final ContestEvidence evidence;
  private final ContestMatters matters;
  private final ContestNews news;
  private final ContestSettings settings;
  private final Clock clock;

  Contests(ContestTable table, AskTable asks, ContestEvidence evidence, ContestMatters matters, ContestNews news, ContestSettings settings, Clock clock) {
    this.table = table;
    this.asks = asks;
    this.evidence = evidence;
    this.matters = matters;
    this.news = news;
    this.settings = settings;
    this.clock = clock;
  }

  /** What this person may say is wrong about a claim of theirs. */
  public Optional<Ask> about(AccountId person, ClaimId claim) {
    return asks.shift(person, claim).flatMap(shift -> about(person, shift));
  }

  /** What this person may say is wrong about a shift of theirs that has begun. */
  public Optional<Ask> about(AccountId person, ShiftId shift) {
    return asks.of(person, shift, clock.instant());
  }

  /** Shifts of this person's last months that gave no hours. */
  public List<Ask> missing(AccountId person) {
    return asks.missing(person, clock.instant().minus(RECENT), clock.instant());
  }

  /** Opens a case; where one lives about the same hours, that one is meant.
   *  @param said  the right time, within the shift and its grace; null where it is not named
   *  @param words may be empty */
  @Transactional
  public ContestId open(Ask ask, Ground ground, @Nullable Span said, String words, @Nullable FileId file) {
    if (!Ground.about(ask.subject()).contains(ground)) throw new IllegalArgumentException(ground + " about " + ask.subject());
    Instant now = clock.instant();
    Instant due = now.plus(settings.clock());
    Optional<ContestId> opened = table.open(ask, ground, said, now, now.plus(settings.answer()), due);
    if (opened.isEmpty()) return table.living(ask.volunteer(), ask.shift().value()).orElseThrow();
    add(opened.get(), Side.VOLUNTEER, ask.volunteer(), words, file);
    Contest contest = known(opened.get());
    matters.open(contest);
    news.opened(contest);
    return contest.id();
  }

  /** A case, for whom it concerns.
   *  @throws NotFound for everybody else */
  public Contest look(AccountId person, ContestId id) {
    Contest contest = table.find(id).orElseThrow(() -> new NotFound("contest " + id));
    side(contest, person);
    return contest;
  }

  /** From where this person looks at a case.
   *  @throws NotFound for whom it does not concern */
  public Side side(Contest contest, AccountId person) {
    return evidence.side(contest, person).orElseThrow(() -> new NotFound("contest " + contest.id() + " is foreign to " + person));
  }

  /** Whether this person looks at the case as a supervisor, not as one of its sides. */
  public boolean inOffice(Contest contest, AccountId person) {
    return side(contest, person) == Side.SUPERVISOR;
  }

  /** Whether this person belongs to a side, and so may not settle. */
  public boolean takesPart(Contest contest, AccountId person) {
    return table.takesPart(contest.id(), person);
  }

  /** What was said of a case, the first first. */
  public List<Statement> statements(Contest contest) {
    return evidence.statements(contest);
  }

  /** What was handed in. */
  public List<Paper> papers(Contest contest) {
    return evidence.papers(contest);
  }

  /** One side says more, or hands in a file, while the case is open.
   *  @return false when it is over, or there are too many files */
  @Transactional
  public boolean say(AccountId person, ContestId id, String words, @Nullable FileId file) {
    Contest contest = look(person, id);
    Side side = side(contest, person);
    if (side == Side.SUPERVISOR) throw new NotFound("contest " + id + " has no words of " + person);
    boolean full = file != null && evidence.papers(contest).stream().filter(paper -> paper.side() == side).count() >= ContestEvidence.MOST;
    if (!contest.open() || full) return false;
    add(id, side, person, words, file);
    return true;
  }

  /** The organisation answers, once.
   *  @return false when somebody has answered, or the case is over
   *  @throws NotFound for whoever does not run the organisation, and for the volunteer themselves */
  @Transactional
  public boolean answer(AccountId person, ContestId id, boolean agrees, String words, @Nullable FileId file) {
    Contest contest = look(person, id);
    if (side(contest, person) != Side.ORGANIZATION) throw new NotFound("contest " + id + " is not answered by " + person);
    if (!table.answer(id, agrees, person, clock.instant())) return false;
    add(id, Side.ORGANIZATION, person, words, file);
    news.answered(known(id));
    return true;
  }

  /** The volunteer takes it back; another one may follow. */
  @Transactional
  public boolean withdraw(AccountId person, ContestId id) {
    Contest contest = look(person, id);
    if (side(contest, person) != Side.VOLUNTEER || !contest.openedBy().equals(person)) throw new NotFound("contest " + id + " is not withdrawn by " + person);
    if (!table.withdraw(id, clock.instant())) return false;
    matters.withdraw(contest, person);
    news.withdrawn(contest);
    return true;
  }

  /** In the transaction that closes the account: nobody is left who claims anything. An appeal of an organisation's stays, for the organisation does. */
  @EventListener
  void left(AccountClosed closed) {
    for (ContestId id : table.openedBy(closed.account())) {
      Contest contest = known(id);
      if (!contest.volunteer().equals(closed.account()) || !table.withdraw(id, clock.instant())) continue;
      matters.withdraw(contest, closed.account());
      news.withdrawn(contest);
    }
  }

  /** Either side takes a first decision to the nation, once.
   *  @return nothing when there is an appeal, or the time for it is over */
  @Transactional
  public Optional<ContestId> appeal(AccountId person, ContestId id, String words) {
    Contest first = look(person, id);
    Side side = side(first, person);
    if (side == Side.SUPERVISOR) throw new NotFound("contest " + id + " is not appealed by " + person);
    if (!mayAppeal(first)) return Optional.empty();
    Instant now = clock.instant();
    Optional<ContestId> appeal = table.appeal(first, person, now, now.plus(settings.answer()), now.plus(settings.clock()));
    appeal.ifPresent(opened -> {
      add(opened, side, person, words, null);
      matters.open(known(opened));
      news.appealed(known(opened), side);
    });
    return appeal;
  }

  /** Whether a decision may still be appealed. */
  public boolean mayAppeal(Contest contest) {
    Contest.End end = contest.end();
    return contest.appealable() && end != null && end.at().plus(settings.appeal()).isAfter(clock.instant());
  }

  /** Settles, once: see {@link Settled}.
   *  @param found what is to stand, of a verdict {@link Verdict#PARTLY}
   *  @throws NotFound for whoever does not look after it */
  public Settled settle(AccountId by, ContestId id, Verdict verdict, @Nullable String code, String reason, @Nullable Span found) {
    return matters.settle(by, look(by, id), new Wanted(verdict, code, reason, found));
  }

  /** What a settler wants to decide. */
  record Wanted(Verdict verdict, @Nullable String code, String reason, @Nullable Span found) {}

  /** Cases of a volunteer, the newest first. */
  public Slice<Contest> of(AccountId volunteer, int page) {
    return table.of(volunteer, page);
  }

  /** Cases about hours with an organisation, the newest first. Who may look is the caller's to check.
   *  @param open those that live, in place of those that are over */
  public Slice<Contest> of(OrganizationId organization, boolean open, int page) {
    return table.of(organization, open, page);
  }

  /** Cases that an organisation has not answered. */
  public int waitingFor(OrganizationId organization) {
    return table.waitingFor(organization);
  }

  /** Which of these claims are contested, and by which case. */
  public Map<ClaimId, ContestId> living(AccountId volunteer, Collection<ClaimId> claims) {
    return claims.isEmpty() ? Map.of() : table.livingOf(volunteer, claims);
  }

  /** How fast cases are settled. */
  public SettlingTime settlingTime() {
    return table.settlingTime(clock.instant());
  }

  private void add(ContestId id, Side side, AccountId person, String words, @Nullable FileId file) {
    evidence.say(id, side, words, person, clock.instant());
    if (file != null) evidence.handIn(id, side, file, person, clock.instant());
  }

  private Contest known(ContestId id) {
    return table.find(id).orElseThrow();
  }
}
