package dz.linatatawwa.door;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.site.DataReplaced;
import dz.linatatawwa.world.Overheard;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** Every role walks through the whole platform by its links, over a country whose names are hostile: no page breaks, no link leads nowhere, nothing that
 *  was typed becomes markup, a sum or a formula. What the walk asked of the database is planned again as if the country had a million volunteers. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrawlerTests {

  @Autowired ApplicationContext rooms;
  @LocalServerPort int port;

  private final List<String> faults = new ArrayList<>();
  private Map<String, Collection<String>> asked = Map.of();
  private int seen;

  @BeforeAll
  void everyRoleWalks() throws SQLException, IOException {
    DoorCountry country = DoorCountry.fill(rooms, port);
    plantHostileNames();
    try (Overheard heard = TestDatabase.one().listen()) {
      for (Role role : Role.values()) {
        Crawl crawl = new Crawl(country.visit(role, DoorCountry.HOME), role.key()).from(role == Role.NOBODY ? new String[] {"/"} : new String[] {"/", "/desk"});
        faults.addAll(crawl.faults());
        seen += crawl.seen();
      }
      Crawl french = new Crawl(country.visit(Role.COORDINATOR, DoorCountry.HOME).reading("fr"), "coordinator, in French").from("/", "/desk");
      faults.addAll(french.faults());
      asked = heard.asked();
    }
  }

  @Test
  void everyRoleMayFollowEveryLink() {
    assertThat(faults).as("of " + seen + " pages").isEmpty();
    assertThat(seen).isGreaterThan(1_000);
  }

  @Test
  void noPageReadsAGrowingTableAsAWholeAtAMillionVolunteers() throws SQLException {
    assertThat(asked.size()).as("different statements").isGreaterThan(400);
    assertThat(Plans.reading(asked, Million.believed())).as("tables read as a whole: give the statement an index, or say in door/few.txt why the table stays small").isEmpty();
  }

  private void plantHostileNames() throws SQLException, IOException {
    try (var connection = TestDatabase.one().getConnection(); var statement = connection.createStatement()) {
      statement.execute(new ClassPathResource("door/hostile.sql").getContentAsString(StandardCharsets.UTF_8));
    }
    rooms.publishEvent(new DataReplaced());
  }
}
