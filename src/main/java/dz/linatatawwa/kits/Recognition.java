package dz.linatatawwa.kits;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.attendance.Newcomers;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.Problems;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who a line is about: checked once more here, whatever the phone thought. */
@Component
class Recognition {

  /** The answer. */
  sealed interface Who {}

  /** @param twoSided the person's own phone showed a fresh signed code */
  record Somebody(AccountId id, boolean twoSided) implements Who {}

  /** @param why the code that the leader reads */
  record Nobody(String why) implements Who {}

  private final ScannedCodes codes;
  private final Newcomers newcomers;
  private final Accounts accounts;

  Recognition(ScannedCodes codes, Newcomers newcomers, Accounts accounts) {
    this.codes = codes;
    this.newcomers = newcomers;
    this.accounts = accounts;
  }

  Who who(Source source, Line line) {
    if (line.code() != null) return codes.read(source, line, line.code());
    if (line.who() != null) return newcomer(source, line.who());
    return line.v() != null && line.v() > 0 ? new Somebody(new AccountId(line.v()), false) : new Nobody("nobody");
  }

  private Who newcomer(Source source, Line.Who who) {
    String wilaya = Objects.requireNonNullElse(source.facts().wilayaCode(), "");
    String commune = Objects.requireNonNullElse(source.facts().communeCode(), "");
    Newcomers.Typed typed = new Newcomers.Typed(given(who.number()), given(who.name()), given(who.contact()), given(who.birthYear()), wilaya, commune);
    Language language = accounts.find(source.kit().leader()).map(leader -> leader.language()).orElse(Language.AR);
    String organization = language == Language.AR || source.facts().organizationFr() == null ? source.facts().organizationAr() : source.facts().organizationFr();
    Problems problems = Problems.none();
    Optional<AccountId> found = newcomers.recognize(typed, language, organization, problems);
    return found.<Who>map(id -> new Somebody(id, false)).orElseGet(() -> new Nobody("not-recognized"));
  }

  private static String given(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
