package dz.linatatawwa.stories;

import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the clock alone changes of stories: the hour at which one is shown comes, and whoever tells one comes of age. */
@Component
class StoryHours {

  /** Longer than from one look to the next, so that none is left out by a machine that was busy. */
  private static final Duration MINUTES = Duration.ofMinutes(3);
  private static final Duration HOURS = Duration.ofHours(3);

  private final JdbcClient db;
  private final PublicEye eye;
  private final Volunteers volunteers;
  private final Clock clock;

  StoryHours(JdbcClient db, PublicEye eye, Volunteers volunteers, Clock clock) {
    this.db = db;
    this.eye = eye;
    this.volunteers = volunteers;
    this.clock = clock;
  }

  /** Says which stories' hour has just come. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void strike() {
    come(MINUTES).forEach(id -> eye.refresh(new StoryId(id)));
  }

  /** Stories whose hour came a little while ago, and testimonies of the young and of those who have just come of age. */
  List<Long> restless() {
    List<Long> young = db.sql("""
        select s.id from stories.story s join volunteers.volunteer v on v.account_id = s.teller_id
        where s.live is not null and s.taken_back_at is null and v.birth_year >= :year
        """).param("year", volunteers.lastYearOfAge()).query((row, n) -> row.getLong(1)).list();
    return Stream.concat(come(HOURS).stream(), young.stream()).distinct().toList();
  }

  private List<Long> come(Duration since) {
    Instant now = clock.instant();
    return db.sql("select id from stories.story where publish_at > :since and publish_at <= :now and live is not null and taken_back_at is null and withheld_at is null")
        .param("since", StoryTable.at(now.minus(since))).param("now", StoryTable.at(now)).query((row, n) -> row.getLong(1)).list();
  }
}
