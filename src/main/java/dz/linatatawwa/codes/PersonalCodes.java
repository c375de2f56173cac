package dz.linatatawwa.codes;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.opportunities.ShiftId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The codes by which people show who they are: made, read, used once, withdrawn. */
@Service
public class PersonalCodes {

  /** How long a phone may make codes before it must ask anew. */
  public static final Duration PASS_LIFE = Duration.ofDays(30);

  /** How old a phone's code may be; it makes a new one every fifteen seconds. */
  public static final Duration FRESH = Duration.ofSeconds(45);

  /** How far clocks may differ, slow networks and what leaders' phones allow each other included. */
  static final Duration AHEAD = Duration.ofSeconds(30);

  /** How long the code on a page without scripts is good. */
  static final Duration PAGE_LIFE = Duration.ofMinutes(5);

  private static final int LONGEST = 400;
  private static final int MOST_PHONES = 10;

  private final Signer signer;
  private final PassTable passes;
  private final CardTable cards;
  private final UseTable uses;
  private final SixDigits digits;
  private final Clock clock;

  PersonalCodes(Signer signer, PassTable passes, CardTable cards, UseTable uses, SixDigits digits, Clock clock) {
    this.signer = signer;
    this.passes = passes;
    this.cards = cards;
    this.uses = uses;
    this.digits = digits;
    this.clock = clock;
  }

  /** A phone's pass.
   *  @param pass 141 bytes in base64url, which the phone repeats before each of its codes */
  public record Issued(long account, String pass, Instant expiresAt, Instant now) {}

  /** Lets a phone make codes for a person; the same key again renews it.
   *  @return nothing when the key is not its own, or was withdrawn: the phone makes another */
  @Transactional
  public Optional<Issued> pass(Session here, byte[] phone) {
    AccountId account = here.person().id();
    Instant now = clock.instant();
    Instant ends = Instant.ofEpochSecond(now.plus(PASS_LIFE).getEpochSecond());
    if (P256.key(phone).isEmpty() || !passes.keep(account, phone, here.device(), here.id(), now, ends)) return Optional.empty();
    passes.living(account, now).stream().skip(MOST_PHONES).forEach(old -> passes.revoke(account, old.id(), now));
    int key = signer.key();
    byte[] body = Wire.passBody(account.value(), phone, ends.getEpochSecond(), key);
    byte[] pass = Wire.joined(body, signer.sign(key, body));
    return Optional.of(new Issued(account.value(), Base64.getUrlEncoder().withoutPadding().encodeToString(pass), ends, now));
  }

  /** The text of a person's card, which stays the same until it is withdrawn. */
  @Transactional
  public String card(AccountId account) {
    int key = signer.key();
    byte[] body = Wire.shortBody(account.value(), cards.serial(account, clock.instant()), key);
    return Wire.CARD + Base45.encode(Wire.joined(body, signer.sign(key, body)));
  }

  /** The text of a code that the platform shows for some minutes, where a phone cannot make its own. */
  public String onPage(AccountId account) {
    int key = signer.key();
    byte[] body = Wire.shortBody(account.value(), clock.instant().plus(PAGE_LIFE).getEpochSecond(), key);
    return Wire.PAGE + Base45.encode(Wire.joined(body, signer.sign(key, Wire.pageSigned(body))));
  }

  /** What a scanned text says at this moment. Withdrawn codes are refused from their withdrawal on.
   *  @param scanned anything at all */
  public Reading read(@Nullable String scanned, Instant at) {
    if (scanned == null || scanned.length() > LONGEST || scanned.length() < Wire.PHONE.length()) return refused(Reading.Why.FOREIGN);
    Optional<byte[]> bytes = Base45.decode(scanned.substring(Wire.PHONE.length()));
    return switch (scanned.substring(0, Wire.PHONE.length())) {
      case Wire.PHONE -> bytes.flatMap(Wire::phone).map(phone -> phone(phone, at)).orElseGet(() -> refused(Reading.Why.FORGED));
      case Wire.CARD -> bytes.flatMap(Wire::shortened).map(card -> card(card, at)).orElseGet(() -> refused(Reading.Why.FORGED));
      case Wire.PAGE -> bytes.flatMap(Wire::shortened).map(page -> page(page, at)).orElseGet(() -> refused(Reading.Why.FORGED));
      default -> refused(Reading.Why.FOREIGN);
    };
  }

  /** Uses a code for a deed. A phone's or a page's code is good for one deed of one direction in one shift: the same deed sent again is
   *  the same use; any other deed with it is a replay. A card may be shown again: whether the person is in already is the roster's to say.
   *  @param deed the key that the device gave to its deed
   *  @return nothing when all is well */
  @Transactional
  public Optional<Reading.Refused> use(Reading.Genuine code, ShiftId shift, Direction direction, String deed) {
    if (code.source() == Reading.Source.CARD || uses.take(code.mark(), code.account(), shift, direction, deed, clock.instant())) return Optional.empty();
    return Optional.of(new Reading.Refused(Reading.Why.REPLAYED));
  }

  /** The six digits of a person in a shift. */
  @Transactional
  public String sixDigits(ShiftId shift, AccountId account) {
    return digits.of(shift, account);
  }

  /** Whose six digits these are in a shift. */
  public Optional<AccountId> whose(ShiftId shift, String sixDigits) {
    return digits.whose(shift, sixDigits);
  }

  /** The phones that may show a person's code now, the newest first. */
  public List<Pass> phones(AccountId account) {
    return passes.living(account, clock.instant());
  }

  /** Whether a card of this person is about. */
  public boolean hasCard(AccountId account) {
    return cards.has(account);
  }

  /** Takes the pass of one of the person's phones away.
   *  @return false when it is none of theirs */
  @Transactional
  public boolean revoke(AccountId account, long pass) {
    return passes.revoke(account, pass, clock.instant());
  }

  /** Takes all passes and the card of a person away: what was photographed or lost is worth nothing from now on. */
  @Transactional
  public void revokeAll(AccountId account) {
    passes.revokeAll(account, clock.instant());
    cards.revoke(account, clock.instant());
  }

  /** What a leader's phone must not accept, of these people, though it is signed.
   *  @param phones keys of phones, 64 bytes in base64url
   *  @param cards  serials */
  public record Withdrawn(List<String> phones, List<Long> cards) {}

  /** What was withdrawn, of these people. */
  public Withdrawn withdrawn(Collection<AccountId> people) {
    List<Long> ids = people.stream().map(AccountId::value).toList();
    List<String> keys = passes.withdrawn(ids, clock.instant()).stream().map(key -> Base64.getUrlEncoder().withoutPadding().encodeToString(key)).toList();
    return new Withdrawn(keys, cards.withdrawn(ids));
  }

  /** The platform's public keys, the newest first. */
  public List<PublicKeyView> keys() {
    return signer.publicKeys();
  }

  @EventListener
  void left(AccountClosed closed) {
    passes.forget(closed.account());
    cards.forget(closed.account());
    digits.forget(closed.account());
  }

  private Reading phone(Wire.Phone code, Instant at) {
    Wire.Pass pass = code.pass();
    if (!ours(pass.ours(), pass.ours().signed()) || pass.account() < 1) return refused(Reading.Why.FORGED);
    if (P256.key(pass.phone()).filter(key -> P256.signed(key, code.signed(), code.signature())).isEmpty()) return refused(Reading.Why.FORGED);
    Instant made = Instant.ofEpochSecond(code.second());
    if (at.getEpochSecond() > pass.ends() || made.plus(FRESH).plus(AHEAD).isBefore(at) || made.isAfter(at.plus(FRESH).plus(AHEAD))) return refused(Reading.Why.EXPIRED);
    if (passes.find(pass.phone()).filter(row -> row.accountId() == pass.account() && !row.over()).isEmpty()) return refused(Reading.Why.REVOKED);
    return new Reading.Genuine(new AccountId(pass.account()), Reading.Source.PHONE, true, made, mark(code.signed()));
  }

  private Reading card(Wire.Short card, Instant at) {
    if (!ours(card.ours(), card.ours().signed()) || card.account() < 1) return refused(Reading.Why.FORGED);
    AccountId account = new AccountId(card.account());
    if (!cards.stands(account, card.number())) return refused(Reading.Why.REVOKED);
    return new Reading.Genuine(account, Reading.Source.CARD, false, at, new byte[0]);
  }

  private Reading page(Wire.Short page, Instant at) {
    if (!ours(page.ours(), Wire.pageSigned(page.ours().signed())) || page.account() < 1) return refused(Reading.Why.FORGED);
    Instant ends = Instant.ofEpochSecond(Math.clamp(page.number(), 0, 0xffff_ffffL));
    if (at.isAfter(ends.plus(AHEAD)) || at.isBefore(ends.minus(PAGE_LIFE).minus(AHEAD))) return refused(Reading.Why.EXPIRED);
    return new Reading.Genuine(new AccountId(page.account()), Reading.Source.PAGE, false, ends.minus(PAGE_LIFE), mark(page.ours().signed()));
  }

  private boolean ours(Wire.Ours ours, byte[] signed) {
    return signer.signed(ours.key(), signed, ours.signature());
  }

  /** Of what was said, not of the signature: a signature can be written in two ways. */
  private static byte[] mark(byte[] said) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(said);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Reading refused(Reading.Why why) {
    return new Reading.Refused(why);
  }
}
