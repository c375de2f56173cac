package dz.linatatawwa.recognition;

import dz.linatatawwa.eligibility.Holdings;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Badges as something that a rule may ask for, by their key. */
@Component
class BadgeHoldings implements Holdings {

  private final BadgeTable badges;
  private final HoldingTable holdings;

  BadgeHoldings(BadgeTable badges, HoldingTable holdings) {
    this.badges = badges;
    this.holdings = holdings;
  }

  @Override
  public String kind() {
    return "badge";
  }

  @Override
  public Map<Long, Set<String>> of(Collection<Long> volunteers) {
    return holdings.keys(volunteers);
  }

  @Override
  public List<Option> choices(Page page) {
    return badges.newest().stream().filter(badge -> !badge.isLevel() && !badge.retired())
        .map(badge -> Option.of(badge.key(), badge.name().in(page.language()))).toList();
  }

  @Override
  public Optional<String> name(String code, Language language) {
    return badges.newest(code).map(badge -> badge.name().in(language));
  }
}
