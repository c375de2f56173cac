package dz.linatatawwa.eligibility;

import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.volunteers.Audience;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Rules at random. */
final class Rules {

  private final Random random;

  Rules(long seed) {
    random = new Random(seed);
  }

  Rule rule() {
    List<Condition> all = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) all.add(condition());
    return new Rule(all);
  }

  Condition condition() {
    return switch (random.nextInt(7)) {
      case 0, 1 -> new Condition.Hours(1 + random.nextInt(3000), grades(), period(), fields());
      case 2, 3 -> new Condition.Count(What.values()[random.nextInt(5)], 1 + random.nextInt(6), grades(), period(), fields());
      case 4 -> new Condition.Events(Set.copyOf(some(Deeds.ACTIVITIES)), 1 + random.nextInt(3), period());
      case 5 -> new Condition.Led(1 + random.nextInt(3), period());
      default -> person();
    };
  }

  private Condition person() {
    return switch (random.nextInt(3)) {
      case 0 -> new Condition.OfAudience(Set.copyOf(some(Arrays.asList(Audience.values()))));
      case 1 -> new Condition.LivesIn(Set.of(new WilayaCode(random.nextBoolean() ? "16" : "19")));
      default -> {
        int min = 15 + random.nextInt(30);
        yield random.nextBoolean() ? new Condition.Aged(min, min + random.nextInt(30)) : random.nextBoolean() ? new Condition.Aged(min, null) : new Condition.Aged(null, min);
      }
    };
  }

  private Set<Grade> grades() {
    return random.nextBoolean() ? Grade.COUNTED : Set.copyOf(some(Arrays.asList(Grade.values())));
  }

  private Set<String> fields() {
    return random.nextInt(3) > 0 ? Set.of() : Set.copyOf(some(List.of("ENV", "HLT", "ANI")));
  }

  private Period period() {
    LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(random.nextInt(900));
    return switch (random.nextInt(6)) {
      case 0 -> new Period.LastMonths(1 + random.nextInt(24));
      case 1 -> new Period.Between(day, day.plusDays(random.nextInt(400)));
      case 2 -> new Period.EveryYear(MonthDay.from(day), MonthDay.of(1 + random.nextInt(12), 15));
      case 3 -> new Period.Ramadan();
      default -> Period.ALWAYS;
    };
  }

  private <T> Set<T> some(List<T> of) {
    Set<T> some = new TreeSet<>();
    some.add(of.get(random.nextInt(of.size())));
    for (T one : of) if (random.nextInt(3) == 0) some.add(one);
    return some;
  }
}
