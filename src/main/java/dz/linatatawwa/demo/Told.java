package dz.linatatawwa.demo;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people of the demonstration tell for figures: four of five say their sex, as their name has it, and somewhat fewer their schooling, as their age and life have it. */
final class Told {

  private final long seed;
  private final Set<String> women;
  private final LocalDate today;

  Told(long seed, Lexicon lexicon, LocalDate today) {
    this.seed = seed;
    this.women = lexicon.words("women").stream().flatMap(word -> Stream.of(word.arabic() + " ", word.latin() + " ")).collect(Collectors.toSet());
    this.today = today;
  }

  @Nullable String sex(Person person) {
    if (!Chance.of(seed, 61, person.id()).yes(0.82)) return null;
    return women.stream().anyMatch(person.name()::startsWith) ? "F" : "M";
  }

  @Nullable String education(Person person) {
    Chance chance = Chance.of(seed, 62, person.id());
    if (!chance.yes(0.76)) return null;
    return switch (person.audience()) {
      case "pupil" -> "secondary";
      case "student" -> "higher";
      case "trainee" -> "vocational";
      default -> level(today.getYear() - person.birthYear(), chance.share());
    };
  }

  /** The younger, the longer at school. */
  private static String level(int age, double share) {
    if (age < 40) return share < 0.38 ? "higher" : share < 0.66 ? "secondary" : share < 0.83 ? "middle" : share < 0.95 ? "vocational" : "primary";
    if (age < 60) return share < 0.22 ? "higher" : share < 0.45 ? "secondary" : share < 0.68 ? "middle" : share < 0.78 ? "vocational" : share < 0.96 ? "primary" : "none";
    return share < 0.1 ? "higher" : share < 0.24 ? "secondary" : share < 0.42 ? "middle" : share < 0.72 ? "primary" : "none";
  }
}
