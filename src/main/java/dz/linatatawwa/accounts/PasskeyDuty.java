package dz.linatatawwa.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.site.DataReplaced;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** People with power over others' things take a second step: a passkey, or the digits of an authenticator app. Some days after they got the power only
 *  the pages of their own account and their own volunteering open until they have one; who has one takes the step once in each session. */
@Component
@EnableConfigurationProperties(PasskeyRules.class)
public class PasskeyDuty {

  /** What opens without a second step: what belongs to the account, and what the person does as a volunteer. */
  private static final List<String> OPEN = List.of("/passkeys", "/authenticator", "/second-step", "/sessions", "/contact", "/sign-in", "/sign-out", "/inbox", "/desk", "/profile", "/commitments",
      "/hours", "/badges", "/api/session");

  private final PasskeyRules rules;
  private final PasskeyTable passkeys;
  private final AuthenticatorTable apps;
  private final ObjectProvider<Duty> duties;
  private final Clock clock;
  private final boolean needed;
  /** Sessions that were found to be free of it lately; who lacks a step is asked about anew each time. */
  private final Cache<UUID, Boolean> free = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  PasskeyDuty(PasskeyRules rules, PasskeyTable passkeys, AuthenticatorTable apps, ObjectProvider<Duty> duties, Clock clock, @Value("${linatatawwa.demo:false}") boolean demo) {
    this.rules = rules;
    this.passkeys = passkeys;
    this.apps = apps;
    this.duties = duties;
    this.clock = clock;
    this.needed = (rules.passkeysNeeded() == null ? !demo : rules.passkeysNeeded()) && !rules.passkeysFor().isEmpty();
  }

  /** Until when this person may do without a second step; nothing for who needs none or has a passkey or an app. */
  public Optional<Instant> due(AccountId person) {
    return !needed || hasOne(person) ? Optional.empty() : powerful(person).map(since -> since.plus(rules.passkeyGrace()));
  }

  /** Whether passkeys and the app of this session's person may be added or taken away in it: by who has power and a second step already, only after
   *  that step, so that who merely reads their messages makes no way in of their own. */
  public boolean mayChange(Session session) {
    AccountId person = session.person().id();
    return !needed || session.secondAt() != null || !hasOne(person) || !hasPower(session);
  }

  /** Lets pass, in a session that has taken the second step, what hands a part of one's power on; leads others to the step, or to where one is made. A platform on which
   *  nobody needs one (a demonstration) does without. */
  public void demand(Session session) {
    if (!needed || session.secondAt() != null) return;
    if (hasOne(session.person().id())) throw new SecondStepNeeded(session.person().id());
    throw new PasskeyNeeded(session.person().id());
  }

  /** Lets this request pass, or leads to the second step, or to where one is made. */
  void check(Session session, HttpServletRequest request) {
    if (!needed || session.secondAt() != null || free.getIfPresent(session.id()) != null || isOpen(request.getRequestURI())) return;
    AccountId person = session.person().id();
    if (hasPower(session) && hasOne(person)) throw new SecondStepNeeded(person);
    if (due(person).filter(due -> !clock.instant().isBefore(due)).isPresent()) throw new PasskeyNeeded(person);
    free.put(session.id(), true);
  }

  private boolean hasOne(AccountId person) {
    return !passkeys.of(person).isEmpty() || apps.confirmedAt(person).isPresent();
  }

  private boolean hasPower(Session session) {
    return session.person().administrator() || powerful(session.person().id()).isPresent();
  }

  private Optional<Instant> powerful(AccountId person) {
    return duties.stream().filter(duty -> rules.passkeysFor().contains(duty.name())).flatMap(duty -> duty.since(person).stream()).min(Instant::compareTo);
  }

  @EventListener(DataReplaced.class)
  void forget() {
    free.invalidateAll();
  }

  private static boolean isOpen(String path) {
    return OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
  }
}
