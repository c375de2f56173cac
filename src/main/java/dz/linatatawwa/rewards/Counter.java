package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The counter of a partner: a code is shown, what it is for is seen, it is redeemed once. Every step has a key that the counter's phone made, so that
 *  what is sent again over a slow network is answered the same. Who may stand at which counter is the caller's to check. */
@Service
public class Counter {

  /** How long a redemption can be taken back. */
  public static final Duration UNDO = Duration.ofMinutes(5);

  /** How long after it was shown a code is redeemed: then it is shown again. */
  private static final Duration FRESH = Duration.ofMinutes(30);
  private static final Duration PAUSE = Duration.ofMinutes(15);
  private static final int MISSES = 10;
  private static final int MOST_LINES = 50_000;

  private final ShowingTable table;
  private final GrantingTable grantings;
  private final Grants grants;
  private final CodeMaker codes;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  Counter(ShowingTable table, GrantingTable grantings, Grants grants, CodeMaker codes, Accounts accounts, Audit audit, Clock clock) {
    this.table = table;
    this.grantings = grantings;
    this.grants = grants;
    this.codes = codes;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** A line of what was redeemed: no name of who it was for.
   *  @param end the last four characters of the code
   *  @param by  who stood at the counter */
  public record Line(Instant at, String benefit, String end, String by) {}

  /** Looks a code up.
   *  @param key   made by the phone, for this showing alone
   *  @param typed as scanned or typed */
  @Transactional
  public Presented present(AccountId by, PartnerId partner, UUID key, String typed) {
    Instant now = clock.instant();
    if (table.misses(by, now.minus(PAUSE)) >= MISSES) return new Presented.TooMany((int) PAUSE.toMinutes());
    Optional<BenefitCode> code = BenefitCode.read(typed);
    if (code.isEmpty()) return new Presented.Slip();
    Optional<Granting> found = grantings.byMark(codes.mark(code.get())).filter(granting -> granting.partner().equals(partner));
    if (found.isEmpty()) {
      table.miss(partner, by, now);
      return new Presented.Unknown();
    }
    table.keep(key, found.get().id(), by, now);
    boolean same = table.find(key).filter(row -> row.granting().equals(found.get().id()) && row.by().equals(by)).isPresent();
    UUID kept = same ? key : UUID.randomUUID();
    if (!same) table.keep(kept, found.get().id(), by, now);
    return new Presented.Known(kept);
  }

  /** What was shown under this key.
   *  @throws NotFound for whoever did not look it up themselves */
  public Showing look(AccountId by, PartnerId partner, UUID key) {
    ShowingTable.Row row = own(by, key);
    Granting granting = grantings.find(row.granting()).filter(found -> found.partner().equals(partner)).orElseThrow(() -> new NotFound("showing " + key));
    String name = accounts.names(List.of(granting.volunteer())).getOrDefault(granting.volunteer(), "");
    Instant redeemed = row.redeemedAt();
    boolean undoable = redeemed != null && row.undoneAt() == null && redeemed.plus(UNDO).isAfter(clock.instant());
    return new Showing(key, granting, least(name), redeemed, row.undoneAt(), undoable, state(row, granting));
  }

  /** Redeems it, exactly once; what was redeemed under this key before stays so. What came of it, {@link #look} shows. */
  @Transactional
  public void redeem(AccountId by, PartnerId partner, UUID key) {
    look(by, partner, key);
    Granting granting = grantings.lock(own(by, key).granting());
    ShowingTable.Row row = own(by, key);
    if (!state(row, granting).equals("ready")) return;
    table.redeem(key, clock.instant());
    grantings.move(granting.id(), GrantingState.REDEEMED, clock.instant());
    audit.note(by, "granting.redeemed", "granting", granting.id().toString(), null, Map.of("partner", partner.value(), "benefit", granting.benefit().value()));
  }

  /** Takes a redemption back, for whoever made it, within {@link #UNDO}.
   *  @param why read by the partner's managers in the log
   *  @return false when it is too late */
  @Transactional
  public boolean undo(AccountId by, PartnerId partner, UUID key, String why) {
    look(by, partner, key);
    Granting granting = grantings.lock(own(by, key).granting());
    ShowingTable.Row row = own(by, key);
    Instant redeemed = row.redeemedAt();
    if (redeemed == null || row.undoneAt() != null || !redeemed.plus(UNDO).isAfter(clock.instant())) return false;
    table.undo(key, why, clock.instant());
    grantings.move(granting.id(), GrantingState.GRANTED, clock.instant());
    audit.note(by, "granting.undone", "granting", granting.id().toString(), why, Map.of("partner", partner.value(), "benefit", granting.benefit().value()));
    return true;
  }

  /** What was redeemed in the last so many days, the newest first. */
  public List<Line> redeemed(PartnerId partner, int days) {
    return table.redeemed(partner, clock.instant().minus(Duration.ofDays(days)), MOST_LINES).stream()
        .map(line -> new Line(line.at(), line.benefit(), codes.code(line.salt()).text().substring(6), line.by())).toList();
  }

  private String state(ShowingTable.Row row, Granting granting) {
    if (row.redeemedAt() != null) return row.undoneAt() == null ? "redeemed" : "undone";
    if (granting.is(GrantingState.REDEEMED)) return "already";
    if (granting.is(GrantingState.HELD)) return "held";
    if (!granting.is(GrantingState.GRANTED)) return "gone";
    if (granting.useUntil().isBefore(grants.today())) return "expired";
    return row.seenAt().plus(FRESH).isBefore(clock.instant()) ? "stale" : "ready";
  }

  private ShowingTable.Row own(AccountId by, UUID key) {
    return table.find(key).filter(row -> row.by().equals(by)).orElseThrow(() -> new NotFound("showing " + key + " of " + by));
  }

  /** The first word of a name and the first letter of the last: enough to see that code and person belong together. */
  static String least(String name) {
    String[] words = name.strip().split("\\s+");
    return words.length < 2 ? words[0] : words[0] + " " + words[words.length - 1].substring(0, words[words.length - 1].offsetByCodePoints(0, 1)) + ".";
  }
}
