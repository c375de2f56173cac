package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInTeams implements KeptOfPerson {

  private static final String SHIFT = """
      (select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity""";

  private final JdbcClient db;

  KeptInTeams(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("teams.team", Purpose.PLACES).whose("t.captain_id = :person or t.second_id = :person", "captain_id", "second_id").shows("name", "made_at").byRoom(),
        Kept.of("teams.member", Purpose.PLACES).person("person_id")
            .shows("(select e.name from teams.team e where e.id = t.team_id) as team", "asked_at", "left_at").gone(),
        Kept.of("teams.friendship", Purpose.PLACES).whose("t.host_id = :person or t.guest_id = :person", "host_id", "guest_id").shows(SHIFT, "guest_yes_at", "ended_at").gone(),
        Kept.of("teams.seat_offer", Purpose.PLACES).whose("t.giver_id = :person or t.taker_id = :person", "giver_id", "taker_id").staff("ended_by")
            .shows(SHIFT, "kind", "state", "made_at", "ended_at").codes("kind", "state").byRoom(),
        Kept.of("teams.link", Purpose.PLACES).person("made_by").shows("made_at", "ends_at", "revoked_at").byRoom(),
        Kept.of("teams.seat_offer_rule", Purpose.OFFICE).staff("changed_by"),
        Kept.of("teams.presence", Purpose.DAY).staff("seen_by"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(Retention.of("personal-links", 90, 30, 1825, this::links), Retention.of("coming-together", 365, 30, 1825, this::friendships));
  }

  private int links(Instant before) {
    return db.sql("delete from teams.link where id in (select id from teams.link where ends_at < :before limit 1000)").param("before", Sql.at(before)).update();
  }

  private int friendships(Instant before) {
    return db.sql("""
        delete from teams.friendship
        where id in (select f.id from teams.friendship f join opportunities.shift s on s.id = f.shift_id where s.ends_at < :before limit 1000)
        """).param("before", Sql.at(before)).update();
  }
}
