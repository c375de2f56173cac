package dz.linatatawwa.credentials;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people can prove to anybody: signed credentials. Issuing keeps what it says and gives it a bit in a status list, in the caller's transaction; it is signed
 *  when it is first looked at or taken away, in the language asked for, so that a badge for 40,000 people costs 40,000 rows and not as many signatures. */
@Service
public class Credentials {

  private static final int AT_ONCE = 1_000;
  private static final int DRAWS = 40;

  private final CredentialTable table;
  private final RevocationTable revocations;
  private final AchievementTable achievements;
  private final StatusBits bits;
  private final IssuerAddress address;
  private final Minors minors;
  private final Clock clock;

  Credentials(CredentialTable table, RevocationTable revocations, AchievementTable achievements, StatusBits bits, IssuerAddress address, Minors minors, Clock clock) {
    this.table = table;
    this.revocations = revocations;
    this.achievements = achievements;
    this.bits = bits;
    this.address = address;
    this.minors = minors;
    this.clock = clock;
  }

  /** Issues one credential.
   *  @return the one that this source has already, if it has one: nothing is issued twice */
  @Transactional
  public CredentialId issue(Award award) {
    return issueAll(List.of(award)).getFirst();
  }

  /** Issues many at once; those whose source has one already are left as they are.
   *  @return their ids, in the order of the awards */
  @Transactional
  public List<CredentialId> issueAll(List<Award> awards) {
    achievements.keep(awards);
    List<CredentialId> ids = new ArrayList<>(awards.size());
    for (int from = 0; from < awards.size(); from += AT_ONCE) ids.addAll(some(awards.subList(from, Math.min(awards.size(), from + AT_ONCE))));
    return ids;
  }

  private List<CredentialId> some(List<Award> awards) {
    List<String> sources = awards.stream().map(Award::source).distinct().toList();
    Map<String, CredentialId> ids = table.idsOf(sources);
    for (int draws = 0; ids.size() < sources.size(); draws++) {
      if (draws == DRAWS) throw new IllegalStateException("no free bits in the status list for " + (sources.size() - ids.size()) + " credentials");
      Map<String, CredentialId> there = ids;
      add(awards.stream().filter(award -> !there.containsKey(award.source())).toList());
      ids = table.idsOf(sources);
    }
    Map<String, CredentialId> all = ids;
    return awards.stream().map(award -> all.getOrDefault(award.source(), new CredentialId(new UUID(0, 0)))).toList();
  }

  private void add(List<Award> awards) {
    List<Integer> places = bits.draw(awards.size());
    List<CredentialTable.Row> rows = new ArrayList<>(awards.size());
    for (int i = 0; i < awards.size(); i++) rows.add(new CredentialTable.Row(UUID.randomUUID(), awards.get(i), UUID.randomUUID(), places.get(i)));
    table.add(rows, bits.list(awards.size()), address.now(), now());
  }

  /** Takes a credential back for ever; its bit is set at once. What it rests on may be issued again under another source.
   *  @param reason message key in words for the holder, of a message without arguments */
  @Transactional
  public void revoke(String source, String reason) {
    revocations.revoke(source, reason, now());
  }

  /** The credential of this source, revoked or not. */
  public Optional<CredentialView> ofSource(String source) {
    return table.ofSource(source);
  }

  /** A person's credentials, the newest first. */
  public Slice<CredentialView> of(AccountId holder, int page) {
    return table.of(holder, page);
  }

  /** The credential of this name, whoever holds it; whether the asker may see it is the caller's to check. */
  public Optional<CredentialView> find(CredentialId id) {
    return table.find(id);
  }

  /** The words of an achievement as they were first issued. */
  public Optional<Achievement> achievement(String key, int version) {
    return achievements.find(key, version);
  }

  /** The holder says how much is public.
   *  @return false when the holder is a minor, who is never shown in public, or the credential is somebody else's */
  @Transactional
  public boolean share(AccountId holder, CredentialId id, Sharing sharing) {
    boolean own = table.find(id).filter(credential -> holder.equals(credential.holder())).isPresent();
    if (!own || sharing.open() && isMinor(holder)) return false;
    table.share(id, sharing);
    return true;
  }

  /** Whether this person is never shown in public. */
  public boolean isMinor(AccountId person) {
    return minors.among(List.of(person)).contains(person);
  }

  @EventListener
  void left(AccountClosed closed) {
    revocations.forget(closed.account(), "credentials.reason.left", now());
  }

  /** In whole seconds: as it is written in what is signed. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
