package dz.linatatawwa.door;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.demo.SmallCountry;
import dz.linatatawwa.site.DataReplaced;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.hours.LedgerVerb;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.SignedLinks;
import dz.linatatawwa.releases.Edition;
import dz.linatatawwa.releases.Made;
import dz.linatatawwa.releases.Quarter;
import dz.linatatawwa.releases.Releases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;

/** The small country of the doors: the demonstration at a small scale, and on two sides of it one of everything that an address can name.
 *  Every role stands on the home side; what it may not touch lies on the far side: another organisation, another partner, another wilaya, another person. */
final class DoorCountry {

  static final String HOME = "home";
  static final String FAR = "far";

  private static final long SEED = 7;

  private final JdbcClient db;
  private final int port;
  private final Map<String, Map<String, String>> things = new HashMap<>();

  private DoorCountry(JdbcClient db, int port) {
    this.db = db;
    this.port = port;
  }

  /** Fills the fresh database of the class. */
  static DoorCountry fill(ApplicationContext rooms, int port) throws SQLException {
    SmallCountry.fill(rooms, SEED);
    JdbcClient db = JdbcClient.create(TestDatabase.one());
    String sql;
    try {
      sql = new ClassPathResource("door/country.sql").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (var connection = TestDatabase.one().getConnection(); var statement = connection.createStatement()) {
      statement.execute(sql);
      statement.execute("analyze");
    }
    rooms.publishEvent(new DataReplaced());
    DoorCountry country = new DoorCountry(db, port);
    country.papers(Path.of(rooms.getEnvironment().getProperty("linatatawwa.data", "data")));
    country.byTheFrontDoor();
    country.reasons();
    db.sql("select door.opened()").query((row, n) -> n).list();
    rooms.getBeansOfType(LedgerVerb.class).values().stream().filter(verb -> verb.name().equals("place")).forEach(verb -> verb.run(List.of()));
    String size = db.sql("select max(size)::text from checkpoints.checkpoint").query(String.class).single();
    for (String side : new String[] {HOME, FAR}) country.note(side, "checkpoint", size);
    country.releases(rooms.getBean(Releases.class));
    country.links(rooms.getBean(SignedLinks.class));
    country.read();
    return country;
  }

  /** The country that a test before filled in the database of the class. */
  static DoorCountry filled(int port) {
    DoorCountry country = new DoorCountry(JdbcClient.create(TestDatabase.one()), port);
    country.read();
    return country;
  }

  /** The bytes of the files that were planted. */
  private void papers(Path data) {
    for (UUID id : db.sql("select id from files.file").query(UUID.class).list()) {
      String name = id.toString();
      Path folder = data.resolve("files").resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
      try {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), "%PDF");
        Files.writeString(folder.resolve(name + ".small"), "%PDF");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What only the rooms themselves can make, because it is signed. */
  private void byTheFrontDoor() {
    for (String side : new String[] {HOME, FAR}) {
      Visit.Answer made = visit(Role.VOLUNTEER, side).post("/certificates", "kind", "hours", "language", "ar");
      if (made.status() != 303) throw new IllegalStateException("no certificate: " + made.status() + made.body());
      note(side, "certificates", db.sql("select number from certificates.certificate where volunteer_id = :who").param("who", account(Role.VOLUNTEER, side)).query(String.class).single());
      String organization = db.sql("select value from door.thing where side = :side and name = 'organizations'").param("side", side).query(String.class).single();
      Visit.Answer batch = visit(Role.COORDINATOR, side).post("/organizations/" + organization + "/desk/certificates", "hours", "4");
      if (batch.status() != 303) throw new IllegalStateException("no batch: " + batch.status() + batch.body());
      note(side, "desk/certificates", batch.leadsTo().replaceAll(".*/([0-9]+).*", "$1"));
      String partner = db.sql("select value from door.thing where side = :side and name = 'partners'").param("side", side).query(String.class).single();
      String programme = db.sql("select value from door.thing where side = :side and name = 'programmes'").param("side", side).query(String.class).single();
      Visit.Answer sealed = visit(Role.MANAGER, side).post("/partners/" + partner + "/desk/programmes/" + programme + "/transcripts");
      note(side, "transcripts", db.sql("select coalesce(max(number), 'none') from programmes.transcript where programme_id = :id").param("id", Long.valueOf(programme)).query(String.class).single());
      if (sealed.status() != 303) throw new IllegalStateException("no transcript: " + sealed.status() + sealed.body());
    }
  }

  /** A release that stands, of the last quarter, and a draft of the one before. */
  private void releases(Releases releases) {
    Quarter last = Quarter.at(LocalDate.now(Words.ZONE)).before();
    Made published = releases.draft(last, null) instanceof Made.Drafted(Edition edition) ? releases.publish(edition, "", null) : null;
    if (!(published instanceof Made.Published)) throw new IllegalStateException("no release: " + published);
    Made drafted = releases.draft(last.before(), null);
    if (!(drafted instanceof Made.Drafted)) throw new IllegalStateException("no draft of a release: " + drafted);
    for (String side : new String[] {HOME, FAR}) {
      note(side, "quarter", last.name());
      note(side, "draft-quarter", last.before().name());
    }
  }

  /** Links that do one thing without signing in. */
  private void links(SignedLinks links) {
    for (String side : new String[] {HOME, FAR}) {
      long seat = Long.parseLong(db.sql("select value from door.thing where side = :side and name = 'applications'").param("side", side).query(String.class).single());
      note(side, "coming-token", links.token("coming", seat));
      note(side, "with", links.token("with", Long.parseLong(db.sql("select value from door.thing where side = :side and name = 'with-link'").param("side", side).query(String.class).single())));
      note(side, "unsubscribe-token", links.token("unsubscribe-news", account(Role.VOLUNTEER, side)));
    }
  }

  /** The door before a file of a person, as the supervisor of the wilaya is led to it. */
  private void reasons() {
    for (String side : new String[] {HOME, FAR}) {
      String contest = db.sql("select value from door.thing where side = :side and name = 'contests'").param("side", side).query(String.class).single();
      String door = visit(Role.WILAYA, side).get("/contests/" + contest).leadsTo();
      if (!door.startsWith("/accesses/new?")) throw new IllegalStateException("no door before a file: " + door);
      UriComponentsBuilder.fromUriString(door).build().getQueryParams().toSingleValueMap()
          .forEach((name, value) -> note(side, "door-" + name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
    }
  }

  private void note(String side, String name, String value) {
    db.sql("insert into door.thing (side, name, value) values (:side, :name, :value)").param("side", side).param("name", name).param("value", value).update();
  }

  private void read() {
    db.sql("select side, name, value from door.thing").query((row, n) -> things.computeIfAbsent(row.getString(1), s -> new HashMap<>()).put(row.getString(2), row.getString(3))).list();
  }

  /** By side, what it has under which name. */
  Map<String, Map<String, String>> things() {
    return things;
  }

  long account(Role role, String side) {
    return db.sql("select account from door.person where role = :role and side = :side").param("role", role.key()).param("side", side).query(Long.class).single();
  }

  /** Whether a test before filled the database of the class. */
  static boolean isFilled() {
    return JdbcClient.create(TestDatabase.one()).sql("select to_regclass('door.thing') is not null").query(Boolean.class).single();
  }

  /** Somebody of this role before the door. */
  Visit visit(Role role, String side) {
    return role == Role.NOBODY ? new Visit(port) : Visit.as(port, new AccountId(account(role, side)));
  }
}
