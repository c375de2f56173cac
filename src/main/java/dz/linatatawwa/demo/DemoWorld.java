package dz.linatatawwa.demo;

import dz.linatatawwa.archive.ListedOperations;
import dz.linatatawwa.archive.Twins;
import dz.linatatawwa.figures.Preparing;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.recognition.Badges;
import dz.linatatawwa.trainings.Completions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills an empty database with a believable Algeria, the same from one seed on one day. All of it stands after one commit, or none. */
@Component
@ConditionalOnProperty("linatatawwa.demo")
class DemoWorld implements ApplicationRunner {

  /** The day on which the platform was announced to be for. */
  static final long SEED = 20261205;

  private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);
  private static final int LISTED_AT_ONCE = 500;

  private final DataSource database;
  private final JdbcClient db;
  private final Listings listings;
  private final Badges badges;
  private final Completions completions;
  private final ListedOperations operations;
  private final Twins twins;
  private final Preparing preparing;
  private final Clock clock;
  private final Scale scale;

  DemoWorld(DataSource database, JdbcClient db, Listings listings, Badges badges, Completions completions, ListedOperations operations,
      Twins twins, Preparing preparing, Clock clock, @Value("${linatatawwa.rehearsal:false}") boolean rehearsal) {
    this.database = database;
    this.db = db;
    this.listings = listings;
    this.badges = badges;
    this.completions = completions;
    this.operations = operations;
    this.twins = twins;
    this.preparing = preparing;
    this.clock = clock;
    this.scale = rehearsal ? Scale.REHEARSAL : Scale.WHOLE;
  }

  @Override
  public void run(ApplicationArguments arguments) throws SQLException {
    if (db.sql("select exists (select from accounts.account)").query(Boolean.class).single()) return;
    long started = System.nanoTime();
    LOG.info("filling the empty database with a demonstration: about a minute");
    fill(SEED, scale);
    LOG.info("demonstration filled in {} s", (System.nanoTime() - started) / 1_000_000_000);
  }

  /** @param seed another one gives another country of the same size */
  void fill(long seed, Scale scale) throws SQLException {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Words.ZONE).truncatedTo(ChronoUnit.MINUTES);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      write(connection, seed, scale, now);
      connection.commit();
      connection.setAutoCommit(true);
      try (var statement = connection.createStatement()) {
        statement.execute("analyze");
      }
    }
    badges.computeAll();
    list();
    archive();
    TrainingRows.close(db, completions, clock.instant());
    preparing.prepare(step -> LOG.info("demonstration: {}", step));
    checkpoint();
  }

  /** So that a database that dies soon after need not read the whole filling again; an outside one may not allow it. */
  private void checkpoint() throws SQLException {
    try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
      statement.execute("checkpoint");
    } catch (SQLException e) {
      if (!"42501".equals(e.getSQLState())) throw e;
      LOG.info("no checkpoint: {}", e.getMessage());
    }
  }

  private void write(Connection connection, long seed, Scale scale, LocalDateTime now) throws SQLException {
    Lexicon lexicon = new Lexicon();
    Country country = new Country(db, lexicon);
    People people = new People(seed, lexicon, country, now.toLocalDate(), scale);
    Staff staff = new Staff(seed, country, people);
    Bodies bodies = new Bodies(seed, lexicon, country, people, now.toLocalDate(), scale);
    Offers offers = new Offers(seed, lexicon, country, bodies, now.toLocalDate(), scale);
    Turnout turnout = new Turnout(seed, people, now);
    List<Turnout.Part> parts = new ArrayList<>();
    for (Offer offer : offers.all) parts.addAll(turnout.of(offer));
    new PeopleRows(seed, connection, people, staff, now.toLocalDate()).write(bodies);
    new BodyRows(connection, staff, now.toLocalDate()).write(bodies);
    new OfferRows(connection, now.toLocalDate()).write(offers, parts);
    CampaignRows campaigns = new CampaignRows(connection, lexicon, now.toLocalDate());
    campaigns.write();
    campaigns.members();
    new PartRows(connection, parts, now).write();
    new Finish(connection).write();
    new DaybookRows(connection, now).write();
    new ImpactRows(connection).write();
    new MeansRows(connection).write();
    new PartnershipRows(connection, now).write();
    new TrainingRows(connection, now).write();
    new TeamRows(connection).write();
    new ArchiveRows(seed, connection, now.toLocalDate()).write();
  }

  /** So is the archive's, and what was told twice is found by it. */
  private void archive() {
    List<Long> published = db.sql("select id from archive.operation where state = 'published' order by id").query((row, n) -> row.getLong("id")).list();
    operations.refresh(published);
    twins.lookAround(published);
  }

  /** The list that visitors search is made by the room that owns it. */
  private void list() {
    List<OpportunityId> published = db.sql("select id from opportunities.opportunity where state = 'published' order by id").query(Long.class).list().stream()
        .map(OpportunityId::new).toList();
    for (int from = 0; from < published.size(); from += LISTED_AT_ONCE) {
      listings.refresh(published.subList(from, Math.min(published.size(), from + LISTED_AT_ONCE)));
    }
  }
}
