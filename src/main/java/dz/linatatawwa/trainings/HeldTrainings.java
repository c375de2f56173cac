package dz.linatatawwa.trainings;

import dz.linatatawwa.eligibility.Holdings;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Completed trainings as something that a rule may ask for. A certificate that ended or was taken back is not held. */
@Component
class HeldTrainings implements Holdings {

  /** So many trainings a form offers, the newest. */
  private static final int OFFERED = 100;

  private final Completions completions;
  private final JdbcClient db;
  private final Clock clock;

  HeldTrainings(Completions completions, JdbcClient db, Clock clock) {
    this.completions = completions;
    this.db = db;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Completions.KIND;
  }

  @Override
  public Map<Long, Set<String>> of(Collection<Long> volunteers) {
    return completions.held(volunteers, LocalDate.now(clock.withZone(Words.ZONE)));
  }

  @Override
  public List<Option> choices(Page page) {
    return db.sql("""
        select id, name_ar, name_fr, name_en, host_ar, host_fr from trainings.hosted where state in ('open', 'closed') order by id desc limit :most
        """).param("most", OFFERED).query((row, number) -> Option.of(Long.toString(row.getLong("id")),
        new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")).in(page.language()),
        new LocalName(row.getString("host_ar"), row.getString("host_fr"), null).in(page.language()))).list();
  }

  @Override
  public Optional<String> name(String code, Language language) {
    if (!code.matches("[1-9][0-9]{0,17}")) return Optional.empty();
    return db.sql("select name_ar, name_fr, name_en from trainings.training where id = :id").param("id", Long.valueOf(code))
        .query((row, number) -> new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")).in(language)).optional();
  }
}
