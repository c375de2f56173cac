package dz.linatatawwa.figures;

import dz.linatatawwa.hours.Grade;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which persons and lines a question means. Nobody under fifteen counts (19th ICLS): age is the year of the day less the year of birth. */
final class Matching {

  static final int YOUNGEST = 15;

  private final int audience;
  private final int sex;
  private final int youngest;
  private final int oldest;
  private final int endYear;
  private final @Nullable People people;
  private final Filter filter;
  private final Sorts known;
  private byte[] sorts = {};

  Matching(Question question, Sorts known, @Nullable People people) {
    this.filter = question.filter();
    this.known = known;
    this.people = people;
    this.audience = filter.audience().map(Packed::number).orElse(-1);
    this.sex = filter.sex().map(Packed::number).orElse(-1);
    this.youngest = filter.age().map(AgeGroup::from).orElse(Integer.MIN_VALUE);
    this.oldest = filter.age().map(AgeGroup::to).orElse(Integer.MAX_VALUE);
    this.endYear = question.period().to().getYear();
    learn();
  }

  /** Looks at the sorts that became known. */
  void learn() {
    int before = sorts.length;
    sorts = Arrays.copyOf(sorts, known.size());
    for (int i = Math.max(1, before); i < sorts.length; i++) {
      Sorts.Sort sort = known.get(i);
      boolean meant = filter.grades().contains(Grade.valueOf(String.valueOf(sort.grade()))) && filter.field().map(sort.field()::equals).orElse(true)
          && filter.activity().map(sort.activity()::equals).orElse(true);
      sorts[i] = (byte) (meant ? 1 : 0);
    }
  }

  boolean person(long person, int facts) {
    if (sorts.length != known.size()) learn();
    int age = endYear - Packed.birthYear(facts);
    return age >= youngest && age <= oldest && (sex < 0 || sex == Packed.sex(facts)) && (audience < 0 || audience == Packed.audience(facts))
        && (people == null || people.has(person));
  }

  /** By number, 1 where lines of a sort are meant; good until the next person. */
  byte[] sorts() {
    return sorts;
  }

  boolean sort(int sort) {
    return sorts[sort] != 0;
  }

  static boolean oldEnough(int facts, int year) {
    return year - Packed.birthYear(facts) >= YOUNGEST;
  }
}
