package dz.linatatawwa.credentials;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests recognise: made up, in the three languages. */
final class Awards {

  static final Achievement FIFTY = new Achievement("hours-50", 1,
      Map.of(Language.AR, "50 ساعة تطوعية", Language.FR, "50 heures de bénévolat", Language.EN, "50 volunteer hours"),
      Map.of(Language.AR, "بلغ صاحبها 50 ساعة مؤكدة.", Language.FR, "A donné 50 heures confirmées.", Language.EN, "Gave 50 confirmed hours."),
      Map.of(Language.AR, "50 ساعة بدرجات الإثبات A وB وC.", Language.FR, "50 heures de degré A, B ou C.", Language.EN, "50 hours of grades A, B or C."),
      AchievementType.COMMUNITY_SERVICE);

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private Awards() {}

  /** 62 and a half hours within a year. */
  static Award to(AccountId holder) {
    return to(holder, "badge:7:" + holder + ":" + NUMBERS.incrementAndGet());
  }

  static Award to(AccountId holder, String source) {
    return new Award("badge", source, holder, FIFTY, LocalDate.of(2026, 1, 10), LocalDate.of(2026, 11, 20), 3_750L);
  }
}
