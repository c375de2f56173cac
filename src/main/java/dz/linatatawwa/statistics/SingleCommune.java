package dz.linatatawwa.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.site.DataReplaced;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether everything that an organisation or a campaign did was done in one commune: then that commune's number holds it. A page asks that for some twenty periods, so where and when an organisation's hours were
 *  given is read once and remembered until it has another line. */
@Repository
class SingleCommune {

  private static final String DAYS = "select distinct day, wilaya_code, commune_code from hours.line where %s and grade::text = any(:grades)";
  private static final int BODIES = 16;
  /** Of so many days and places half a megabyte is remembered; what has more is read again. */
  private static final int MOST = 1 << 16;

  private final JdbcClient db;
  private final Cache<Long, Days> known = Caffeine.newBuilder().maximumSize(BODIES).expireAfterWrite(Duration.ofSeconds(50)).build();

  SingleCommune(JdbcClient db) {
    this.db = db;
  }

  /** A wilaya in which everything was done in one commune. */
  record Full(String wilaya, CommuneCode commune) {}

  /** @param last  number of the newest line when it was read
   *  @param given day and place of lines, each once: see {@link #cell} */
  private record Days(long last, long[] given) {}

  /** The only commune of all wilayas together, if there is one. */
  Optional<CommuneCode> of(Scope scope, Period period) {
    Map<Integer, Set<Integer>> places = places(scope, period);
    List<Full> full = full(places);
    return full.size() == 1 && places.size() == 1 ? Optional.of(full.getFirst().commune()) : Optional.empty();
  }

  /** By wilaya. */
  List<Full> fullOf(Scope scope, Period period) {
    return full(places(scope, period));
  }

  @EventListener(DataReplaced.class)
  void forget() {
    known.invalidateAll();
  }

  private static List<Full> full(Map<Integer, Set<Integer>> places) {
    return places.entrySet().stream().filter(entry -> entry.getKey() > 0 && entry.getValue().size() == 1 && !entry.getValue().contains(0))
        .map(entry -> new Full("%02d".formatted(entry.getKey()), new CommuneCode("%04d".formatted(entry.getValue().iterator().next())))).toList();
  }

  /** The communes of each wilaya in which something was done, by their codes as numbers; 0: none was said. */
  private Map<Integer, Set<Integer>> places(Scope scope, Period period) {
    long[] all = switch (scope) {
      case Scope.OfCampaign(var campaign) -> read("opportunity_id in (select c.opportunity_id from opportunities.in_campaign c where c.campaign_id = :id)", campaign.value());
      case Scope.OfOrganization(var organization) -> of(organization.value());
      default -> throw new IllegalArgumentException("neither organisation nor campaign: " + scope);
    };
    Map<Integer, Set<Integer>> places = new TreeMap<>();
    for (long cell : all) {
      int day = (int) (cell >> 32);
      if (day < period.from().toEpochDay() || day > period.to().toEpochDay()) continue;
      places.computeIfAbsent((int) cell >>> 16, any -> new HashSet<>()).add((int) cell & 0xffff);
    }
    return places;
  }

  /** Lines are only ever added: as long as none is newer, nothing has changed. */
  private long[] of(long organization) {
    long last = db.sql("select coalesce(max(id), 0) from hours.line where organization_id = :id").param("id", organization).query(Long.class).single();
    Days days = known.getIfPresent(organization);
    if (days == null || days.last != last) {
      days = new Days(last, read("organization_id = :id", organization));
      if (days.given.length <= MOST) known.put(organization, days);
    }
    return days.given;
  }

  private long[] read(String where, long id) {
    return db.sql(DAYS.formatted(where)).param("id", id).param("grades", Grade.COUNTED.stream().map(Grade::name).toArray(String[]::new))
        .query((row, i) -> cell(row.getObject("day", LocalDate.class), row.getInt("wilaya_code"), row.getInt("commune_code"))).list().stream().mapToLong(Long::longValue).toArray();
  }

  /** Day since 1970, wilaya (two digits) and commune (four), 0 where none was said. */
  private static long cell(LocalDate day, int wilaya, int commune) {
    return day.toEpochDay() << 32 | (long) wilaya << 16 | commune;
  }
}
