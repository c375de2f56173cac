package dz.linatatawwa.figures;

import dz.linatatawwa.volunteers.Sex;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.volunteers.Audience;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What dashboards ask: each kind of scope, each kind of period, all of it and filtered; which places, and which filter, is drawn. */
final class Views {

  private final Random random;
  private final LocalDate today;
  private final Map<Kind, List<Long>> scopes = new EnumMap<>(Kind.class);
  private final List<String> fields;

  /** @param seed another one draws others */
  Views(JdbcClient db, LocalDate today, long seed) {
    random = new Random(seed);
    this.today = today;
    // a scope with more persons stands in more slices: it is drawn more often, as it is looked at more often
    for (Kind kind : Kind.values()) scopes.put(kind, db.sql("select scope from figures.slice where kind = :kind order by kind, scope, part, year limit 200000")
        .param("kind", kind.number()).query((row, i) -> row.getLong(1)).list());
    fields = db.sql("select distinct field_code from figures.sort where field_code <> '' order by 1").query((row, i) -> row.getString(1)).list();
  }

  /** Each kind of scope with each period, without and with one filter. */
  List<Question> round() {
    List<Question> views = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (scopes.getOrDefault(kind, List.of()).isEmpty()) continue;
      for (Period period : periods()) {
        views.add(new Question(scope(kind), period, Filter.NONE));
        views.add(new Question(scope(kind), period, filter()));
      }
    }
    return views;
  }

  private List<Period> periods() {
    int year = today.getYear() - random.nextInt(2);
    return List.of(Period.month(YearMonth.of(year, 1 + random.nextInt(12))), Period.quarter(year, 1 + random.nextInt(4)), Period.year(year),
        Period.twelveMonthsTo(today), Period.everTo(today));
  }

  private Scope scope(Kind kind) {
    long scope = one(scopes.getOrDefault(kind, List.of()));
    return switch (kind) {
      case NATION -> Scope.NATION;
      case WILAYA -> new Scope.OfWilaya(new WilayaCode("%02d".formatted(scope)), Division.W69);
      case COMMUNE -> new Scope.OfCommune(new CommuneCode("%04d".formatted(scope)));
      case ORGANIZATION -> new Scope.OfOrganization(new OrganizationId(scope));
      case CAMPAIGN -> new Scope.OfCampaign(new CampaignId(scope));
    };
  }

  private Filter filter() {
    return switch (random.nextInt(5)) {
      case 0 -> new Filter(Optional.of(one(fields)), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Grade.COUNTED);
      case 1 -> new Filter(Optional.empty(), Optional.empty(), Optional.of(one(List.of(Audience.values()))), Optional.empty(), Optional.empty(), Grade.COUNTED);
      case 2 -> new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(one(List.of(Sex.values()))), Optional.empty(), Grade.COUNTED);
      case 3 -> new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(one(List.of(AgeGroup.values()))), Grade.COUNTED);
      default -> new Filter(Optional.of(one(fields)), Optional.empty(), Optional.empty(), Optional.of(one(List.of(Sex.values()))), Optional.empty(), java.util.Set.of(Grade.A));
    };
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
