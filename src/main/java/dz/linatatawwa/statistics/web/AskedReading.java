package dz.linatatawwa.statistics.web;

import dz.linatatawwa.figures.AgeGroup;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.volunteers.Sex;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.statistics.Asked;
import dz.linatatawwa.statistics.PeriodText;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.volunteers.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what an address asks of numbers; unknown values are as if they were not there. */
@Component
class AskedReading {

  private final PeriodText periods;
  private final Taxonomy taxonomy;

  AskedReading(PeriodText periods, Taxonomy taxonomy) {
    this.periods = periods;
    this.taxonomy = taxonomy;
  }

  Asked read(HttpServletRequest request) {
    Optional<String> activity = one(request, "activity").filter(code -> taxonomy.activity(code).isPresent());
    Optional<String> field = one(request, "field").filter(code -> taxonomy.field(code).isPresent())
        .filter(code -> activity.isEmpty() || taxonomy.activity(activity.get()).filter(found -> found.field().equals(code)).isPresent());
    Filter filter = new Filter(field, activity, one(request, "audience").flatMap(Audience::of), one(request, "sex").flatMap(Sex::of), one(request, "age").flatMap(AgeGroup::of),
        grades(request));
    return new Asked(periods.read(value(request, "period"), value(request, "from"), value(request, "to")), filter, Division.of(value(request, "wilayas")),
        !value(request, "compare").equals("no"), value(request, "all").equals("yes"), value(request, "sort").equals("value"));
  }

  private static Set<Grade> grades(HttpServletRequest request) {
    String[] typed = request.getParameterValues("grade");
    EnumSet<Grade> grades = EnumSet.noneOf(Grade.class);
    if (typed != null) Arrays.stream(Grade.values()).filter(grade -> Arrays.asList(typed).contains(grade.name())).forEach(grades::add);
    return grades.isEmpty() ? Grade.COUNTED : grades;
  }

  private static Optional<String> one(HttpServletRequest request, String name) {
    return Optional.of(value(request, name)).filter(text -> !text.isEmpty());
  }

  private static String value(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "").strip();
  }
}
