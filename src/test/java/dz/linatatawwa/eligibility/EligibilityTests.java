package dz.linatatawwa.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class EligibilityTests {

  @Autowired JdbcClient db;
  @Autowired Eligibility eligibility;
  @Autowired RuleWords words;
  @Autowired Dictionary dictionary;

  /** Random people, lines, reversals, shifts and rules: the SQL and a count by hand from raw lines agree for each person, as of several days, one by one and all at once. */
  @Test
  void theSqlOfARuleMeansWhatACountByHandOfRawLinesFinds() {
    long seed = Long.getLong("linatatawwa.seed", 20261123);
    Deeds deeds = new Deeds(db, seed);
    deeds.people(40);
    deeds.lines(1500);
    deeds.shifts(150);
    ByHand byHand = new ByHand(db);
    Rules rules = new Rules(seed);
    LocalDate today = LocalDate.now(Words.ZONE);
    List<Long> everybody = deeds.people.stream().map(AccountId::value).toList();
    int fitted = 0;
    for (int i = 0; i < 120; i++) {
      Rule rule = rules.rule();
      LocalDate on = i % 3 == 0 ? today.minusDays(i * 5L) : today;
      Set<Long> fitting = new HashSet<>();
      for (AccountId person : deeds.people) {
        Judgement judged = eligibility.judge(rule, person, on);
        for (Part part : judged.parts()) {
          assertThat(part.have()).as("seed %s, %s on %s: %s", seed, person, on, part.condition()).isEqualTo(byHand.have(part.condition(), person.value(), on));
        }
        assertThat(judged.fits()).as("%s", rule).isEqualTo(byHand.fits(rule, person.value(), on));
        if (byHand.fits(rule, person.value(), today)) fitting.add(person.value());
      }
      assertThat(eligibility.fitting(rule, everybody)).as("%s", rule).isEqualTo(fitting);
      fitted += fitting.size();
    }
    assertThat(fitted).as("the rules fit some and not all").isBetween(200, 4000);
  }

  @Test
  void aRuleIsTheSameAfterItWasKept() {
    Rules rules = new Rules(7);
    for (int i = 0; i < 300; i++) {
      Rule rule = rules.rule();
      assertThat(Rule.of(rule.json())).isEqualTo(rule);
    }
    assertThat(Rule.of(Rule.EVERYBODY.json())).isEqualTo(Rule.EVERYBODY);
  }

  @Test
  void rulesReadAsSentences() {
    Words arabic = dictionary.in(Language.AR);
    Condition year = new Condition.Hours(3000, Grade.COUNTED, new Period.LastMonths(12), Set.of());
    assertThat(plain(words.line(year, arabic))).isEqualTo("50 ساعة من التطوع المؤكد خلال آخر 12 شهرًا");
    assertThat(plain(words.missing(new Part(year, false, 2280, 3000), arabic))).isEqualTo("ينقصك 12 ساعة");
    assertThat(plain(words.line(new Condition.Events(Set.of("HLT-01"), 3, Period.ALWAYS), arabic))).isEqualTo("المشاركة 3 مرات في: التبرع بالدم وتنظيم حملاته");
    Words french = dictionary.in(Language.FR);
    Rule summer = Rule.of(new Condition.Count(What.WILAYAS, 5, Grade.COUNTED, new Period.EveryYear(MonthDay.of(6, 21), MonthDay.of(9, 22)), Set.of("ENV")),
        new Condition.Aged(18, null));
    assertThat(plain(words.sentence(summer, french)))
        .isEqualTo("Bénévolat dans 5 wilayas dans : Environnement, reboisement et propreté chaque année du 21 juin au 22 septembre · À partir de 18 ans");
    assertThat(words.sentence(Rule.EVERYBODY, dictionary.in(Language.EN))).isEqualTo("For everybody");
    Rules rules = new Rules(11);
    for (Language language : Language.values()) for (int i = 0; i < 200; i++) {
      Condition condition = rules.condition();
      assertThat(words.line(condition, dictionary.in(language))).isNotBlank().doesNotContain("{");
      assertThat(words.missing(new Part(condition, false, 0, condition.need()), dictionary.in(language))).isNotBlank();
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[\u2066-\u2069\u200f]", "").replaceAll("[\u00a0\u202f]", " ");
  }
}
