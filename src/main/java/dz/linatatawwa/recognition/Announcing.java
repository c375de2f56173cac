package dz.linatatawwa.recognition;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.credentials.Achievement;
import dz.linatatawwa.credentials.AchievementType;
import dz.linatatawwa.credentials.Award;
import dz.linatatawwa.credentials.Credentials;
import dz.linatatawwa.eligibility.RuleWords;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.notices.Notices;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives and takes the credential of a badge and tells its holder: for each line of history once, in one transaction with taking it off the list. */
@Component
class Announcing {

  private final NewsTable news;
  private final BadgeTable badges;
  private final Credentials credentials;
  private final Notices notices;
  private final RuleWords ruleWords;
  private final Dictionary dictionary;

  Announcing(NewsTable news, BadgeTable badges, Credentials credentials, Notices notices, RuleWords ruleWords, Dictionary dictionary) {
    this.news = news;
    this.badges = badges;
    this.credentials = credentials;
    this.notices = notices;
    this.ruleWords = ruleWords;
    this.dictionary = dictionary;
  }

  /** @param lines these, or null: whatever waits
   *  @return how many it was */
  @Transactional
  int announce(@Nullable Collection<Long> lines, int atMost) {
    List<NewsTable.News> some = news.take(lines, atMost);
    if (some.isEmpty()) return 0;
    Map<String, Badge> versions = badges.published().stream().collect(Collectors.toMap(badge -> badge.id() + ":" + badge.version(), Function.identity()));
    credentials.issueAll(some.stream().filter(NewsTable.News::given).map(one -> award(one, of(one, versions))).toList());
    for (NewsTable.News one : some) {
      if (!one.given()) credentials.revoke(source(one), "recognition.reason." + one.reason());
      if (!one.quiet()) tell(one, of(one, versions));
    }
    return some.size();
  }

  private static Badge of(NewsTable.News one, Map<String, Badge> versions) {
    Badge badge = versions.get(one.badge() + ":" + one.version());
    if (badge == null) throw new IllegalStateException("no badge for line " + one.line());
    return badge;
  }

  private void tell(NewsTable.News one, Badge badge) {
    AccountId person = new AccountId(one.person());
    LocalName name = badge.name();
    String once = "badge:" + one.line();
    if (one.given()) {
      notices.tell(person, "badge-reached", "recognition.notice.reached.title", "recognition.notice.reached.body", "/badges", once, name, badge.words());
    } else if (one.words() != null) {
      notices.tell(person, "badge-withdrawn", "recognition.notice.withdrawn.title", "recognition.notice.withdrawn.because", "/badges", once, name, one.words());
    } else {
      notices.tell(person, "badge-withdrawn", "recognition.notice.withdrawn.title", "recognition.notice.withdrawn." + one.reason(), "/badges", once, name);
    }
  }

  private Award award(NewsTable.News one, Badge badge) {
    Long minutes = Tier.hours(badge) > 0 && one.minutes() > 0 ? one.minutes() : null;
    return new Award("badge", source(one), new AccountId(one.person()), achievement(badge), null, null, minutes);
  }

  private Achievement achievement(Badge badge) {
    Map<Language, String> criteria = new EnumMap<>(Language.class);
    for (Language language : List.of(Language.AR, Language.FR, Language.EN)) criteria.put(language, plain(ruleWords.sentence(badge.rule(), dictionary.in(language))));
    return new Achievement("badge." + badge.key(), badge.version(), worded(badge.name()), worded(badge.words()), criteria,
        Tier.hours(badge) > 0 ? AchievementType.COMMUNITY_SERVICE : AchievementType.BADGE);
  }

  private static Map<Language, String> worded(LocalName name) {
    Map<Language, String> worded = new EnumMap<>(Language.class);
    for (Language language : List.of(Language.AR, Language.FR, Language.EN)) worded.put(language, name.in(language));
    return worded;
  }

  /** Signs that steer direction on pages have no place in a credential. */
  private static String plain(String text) {
    return text.replaceAll("[\u2066-\u2069]", "");
  }

  private static String source(NewsTable.News one) {
    return "badge:" + one.badge() + ":" + one.person() + ":" + one.nth();
  }
}
