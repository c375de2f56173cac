package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.volunteers.Sex;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the parts of a breakdown are called. */
@Component
public class Labels {

  private final Places places;
  private final Taxonomy taxonomy;

  Labels(Places places, Taxonomy taxonomy) {
    this.places = places;
    this.taxonomy = taxonomy;
  }

  /** The name of a key of a breakdown. */
  public String of(Breakdown by, String key, Words words) {
    if (key.isEmpty()) return words.text(by == Breakdown.PLACE ? "statistics.key.noPlace" : "statistics.key.unknown");
    return switch (by) {
      case MONTH -> words.month(YearMonth.parse(key).atDay(1));
      case PLACE -> key.length() == 2 ? places.name(new WilayaCode(key), words.language()) : places.name(new CommuneCode(key), words.language());
      case RESIDENCE -> places.name(new WilayaCode(key), words.language());
      case FIELD -> taxonomy.field(key).map(field -> field.name().in(words.language())).orElse(key);
      case ACTIVITY -> taxonomy.activity(key).map(activity -> activity.name().in(words.language())).orElse(key);
      case AUDIENCE -> words.text("volunteers.audience." + key);
      case SEX -> words.text("statistics.sex." + key);
      case AGE -> words.text("statistics.age." + key);
      case EDUCATION -> words.text("statistics.education." + key);
      case GRADE -> words.text("statistics.grade." + key);
      case SECTOR -> words.text("statistics.sector." + key);
    };
  }

  /** What a filter lets through, one name for each trait. */
  public List<String> of(Filter filter, Words words) {
    java.util.ArrayList<String> names = new java.util.ArrayList<>();
    filter.activity().ifPresentOrElse(code -> names.add(of(Breakdown.ACTIVITY, code, words)), () -> filter.field().ifPresent(code -> names.add(of(Breakdown.FIELD, code, words))));
    filter.audience().ifPresent(audience -> names.add(of(Breakdown.AUDIENCE, audience.code(), words)));
    filter.sex().map(Sex::code).ifPresent(code -> names.add(of(Breakdown.SEX, code, words)));
    filter.age().ifPresent(age -> names.add(of(Breakdown.AGE, age.code(), words)));
    if (!filter.grades().equals(Filter.NONE.grades())) {
      filter.grades().stream().sorted().map(Grade::name).forEach(grade -> names.add(of(Breakdown.GRADE, grade, words)));
    }
    return names;
  }
}
