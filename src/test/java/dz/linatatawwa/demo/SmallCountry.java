package dz.linatatawwa.demo;

import dz.linatatawwa.archive.ListedOperations;
import dz.linatatawwa.archive.Twins;
import dz.linatatawwa.figures.Preparing;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.recognition.Badges;
import dz.linatatawwa.site.DataReplaced;
import java.sql.SQLException;
import dz.linatatawwa.trainings.Completions;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration at a small scale, for tests that need a country with people, bodies and hours in it. */
public final class SmallCountry {

  private static final Scale SMALL = new Scale(60, 240, 1_500);

  private SmallCountry() {}

  /** Fills the fresh database of the class, and has the rooms forget what they remember of the empty one. */
  public static void fill(ApplicationContext rooms, long seed) throws SQLException {
    new DemoWorld(rooms.getBean(DataSource.class), rooms.getBean(JdbcClient.class), rooms.getBean(Listings.class), rooms.getBean(Badges.class), rooms.getBean(Completions.class),
        rooms.getBean(ListedOperations.class), rooms.getBean(Twins.class), rooms.getBean(Preparing.class), rooms.getBean(Clock.class), false).fill(seed, SMALL);
    rooms.publishEvent(new DataReplaced());
  }
}
