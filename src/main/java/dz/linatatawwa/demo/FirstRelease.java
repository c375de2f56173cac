package dz.linatatawwa.demo;

import dz.linatatawwa.checkpoints.Checkpoints;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.releases.Edition;
import dz.linatatawwa.releases.Made;
import dz.linatatawwa.releases.Quarter;
import dz.linatatawwa.releases.Releases;
import dz.linatatawwa.releases.Term;
import dz.linatatawwa.releases.Year;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The demonstration has published releases of its last full quarter and of the last full year, as soon as every line of its ledger has its place. */
@Component
@ConditionalOnExpression("${linatatawwa.demo:false} and not ${linatatawwa.command:false}")
class FirstRelease {

  private static final Logger LOG = LoggerFactory.getLogger(FirstRelease.class);

  private final Releases releases;
  private final Checkpoints checkpoints;
  private final JdbcClient db;
  private final Clock clock;

  FirstRelease(Releases releases, Checkpoints checkpoints, JdbcClient db, Clock clock) {
    this.releases = releases;
    this.checkpoints = checkpoints;
    this.db = db;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "${linatatawwa.clock.firstRelease:70s}", fixedDelayString = "${linatatawwa.clock.firstRelease:20s}")
  void tick() {
    Quarter quarter = Quarter.at(LocalDate.ofInstant(clock.instant(), Words.ZONE)).before();
    if (!isPlaced()) return;
    release(quarter);
    release(new Year(quarter.last().plusDays(1).getYear() - 1));
  }

  private void release(Term term) {
    if (releases.of(term).stream().anyMatch(Edition::isOpen) || !hasHours(term)) return;
    long began = System.nanoTime();
    if (releases.draft(term, null) instanceof Made.Drafted(Edition draft) && releases.publish(draft, "", null) instanceof Made.Published(Edition edition)) {
      LOG.info("{} is released, counted in {} ms", edition.fileName(), (System.nanoTime() - began) / 1_000_000);
    }
  }

  private boolean hasHours(Term term) {
    return db.sql("select exists (select from hours.line where day between :first and :last)").param("first", term.first()).param("last", term.last()).query(Boolean.class).single();
  }

  private boolean isPlaced() {
    long lines = db.sql("select count(*) from hours.line").query(Long.class).single();
    return lines > 0 && checkpoints.newest().filter(newest -> newest.size() >= lines).isPresent();
  }
}
