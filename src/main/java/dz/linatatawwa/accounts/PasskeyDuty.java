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
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** People with power over others' things need a passkey, some days after they got it. Until they have one, only the pages of their own account
 *  and their own volunteering open; all others lead to the page where one is made. */
@Component
@EnableConfigurationProperties(PasskeyRules.class)
public class PasskeyDuty {

  /** What opens without a passkey: what belongs to the account, and what the person does as a volunteer. */
  private static final List<String> OPEN = List.of("/passkeys", "/sessions", "/contact", "/sign-in", "/sign-out", "/inbox", "/desk", "/profile", "/commitments",
      "/hours", "/badges", "/api/session");

  private static final Set<String> AT_HOME = Set.of("localhost", "127.0.0.1", "[::1]");

  private final PasskeyRules rules;
  private final PasskeyTable passkeys;
  private final ObjectProvider<Duty> duties;
  private final Clock clock;
  private final boolean needed;
  /** People who were found to be free of it lately; who lacks a passkey is asked about anew each time. */
  private final Cache<AccountId, Boolean> free = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  PasskeyDuty(PasskeyRules rules, PasskeyTable passkeys, ObjectProvider<Duty> duties, Clock clock, @Value("${linatatawwa.demo:false}") boolean demo) {
    this.rules = rules;
    this.passkeys = passkeys;
    this.duties = duties;
    this.clock = clock;
    this.needed = (rules.passkeysNeeded() == null ? !demo : rules.passkeysNeeded()) && !rules.passkeysFor().isEmpty();
  }

  /** Until when this person may do without a passkey; nothing for who needs none or has one. */
  public Optional<Instant> due(AccountId person) {
    if (!needed || !passkeys.of(person).isEmpty()) return Optional.empty();
    return duties.stream().filter(duty -> rules.passkeysFor().contains(duty.name())).flatMap(duty -> duty.since(person).stream()).min(Instant::compareTo)
        .map(since -> since.plus(rules.passkeyGrace()));
  }

  /** Whether this request must lead to the page of passkeys first. Where a browser cannot make one, because the connection is not safe, nobody is kept out. */
  boolean bars(AccountId person, HttpServletRequest request) {
    if (!needed || free.getIfPresent(person) != null || isOpen(request.getRequestURI()) || !canMakeOne(request)) return false;
    boolean overdue = due(person).filter(due -> !clock.instant().isBefore(due)).isPresent();
    if (!overdue) free.put(person, true);
    return overdue;
  }

  @EventListener(DataReplaced.class)
  void forget() {
    free.invalidateAll();
  }

  private static boolean isOpen(String path) {
    return OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
  }

  private static boolean canMakeOne(HttpServletRequest request) {
    return request.isSecure() || AT_HOME.contains(request.getServerName());
  }
}
