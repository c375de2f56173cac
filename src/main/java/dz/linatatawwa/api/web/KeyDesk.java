package dz.linatatawwa.api.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.PasskeyDuty;
import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.api.ApiKey;
import dz.linatatawwa.api.ApiKeys;
import dz.linatatawwa.api.CallLog;
import dz.linatatawwa.api.KeyForm;
import dz.linatatawwa.api.KeyOwner;
import dz.linatatawwa.api.KeyScope;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the desks of organisations and of partners have in common about keys. */
@Component
class KeyDesk {

  private static final int PAGE = 20;

  private final ApiKeys keys;
  private final CallLog log;
  private final Accounts accounts;
  private final PasskeyDuty duty;
  private final Holds holds;
  private final Clock clock;

  KeyDesk(ApiKeys keys, CallLog log, Accounts accounts, PasskeyDuty duty, Holds holds, Clock clock) {
    this.keys = keys;
    this.log = log;
    this.accounts = accounts;
    this.duty = duty;
    this.holds = holds;
    this.clock = clock;
  }

  /** @param before a number, as typed */
  KeysShown shown(KeyOwner owner, String address, AccountId looker, KeyForm form, String before, Words words) {
    long from = before.matches("[1-9][0-9]{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE;
    List<ApiKey> found = keys.of(owner, from, PAGE + 1);
    List<ApiKey> here = found.size() > PAGE ? found.subList(0, PAGE) : found;
    Map<AccountId, String> names = accounts.names(here.stream().map(ApiKey::maker).distinct().toList());
    return new KeysShown(address, here.stream().map(key -> row(key, names)).toList(), found.size() > PAGE ? here.getLast().id() : null, form,
        KeyScope.of(owner).stream().map(scope -> Option.of(scope.code(), words.text(scope.key()), scope.code())).toList(),
        KeyForm.LIVES.stream().map(days -> Option.of(days, words.text("api.keys.days", Integer.parseInt(days)))).toList(), keys.awake(owner, looker));
  }

  /** Makes a key in a session that has taken the second step; the page that shows it is kept by nothing.
   *  @return nothing when the problems say why not */
  Optional<ModelAndView> make(KeyOwner owner, String address, Session here, KeyForm form, Problems problems, HttpServletResponse response) {
    duty.demand(here);
    holds.pass(here.person().id());
    return keys.make(here.person().id(), owner, form, problems).map(made -> {
      response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
      return View.of("api/made", "address", address, "label", made.key().label(), "secret", made.secret(), "ends", made.key().endsAt());
    });
  }

  ModelAndView revoke(KeyOwner owner, String address, AccountId by, long key) {
    if (keys.find(owner, key).isEmpty()) throw new NotFound("key " + key);
    boolean ended = keys.revoke(by, owner, key);
    return View.seeOther(address, ended ? View.saying("api.keys.revoked") : View.refusing("api.keys.revokedBefore"));
  }

  /** One key and what was done with it.
   *  @param before a moment, as typed */
  ModelAndView show(KeyOwner owner, String address, long id, String before) {
    ApiKey key = keys.find(owner, id).orElseThrow(() -> new NotFound("key " + id));
    List<CallLog.Line> lines = log.of(key, moment(before));
    return View.of("api/key", "address", address, "row", row(key, accounts.names(List.of(key.maker()))), "lines", lines,
        "next", lines.size() == CallLog.PAGE ? lines.getLast().lastAt().toString() : "");
  }

  private KeysShown.Row row(ApiKey key, Map<AccountId, String> names) {
    String state = switch (key.state(clock.instant())) {
      case REVOKED -> "revoked";
      case ENDED -> "ended";
      case LIVING -> keys.awake(key.owner(), key.maker()) ? "living" : "asleep";
    };
    return new KeysShown.Row(key, state, names.getOrDefault(key.maker(), "—"));
  }

  private Instant moment(String typed) {
    try {
      return typed.isEmpty() ? clock.instant().plusSeconds(1) : Instant.parse(typed);
    } catch (DateTimeParseException notOne) {
      return clock.instant().plusSeconds(1);
    }
  }
}
