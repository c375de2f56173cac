package dz.linatatawwa.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Figures;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looks first after the filling waits for nothing: figures have been cut into slices by then. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstViewTests {

  @LocalServerPort int port;
  @Autowired ApplicationContext rooms;
  @Autowired Figures figures;
  @Autowired JdbcClient db;
  @Autowired Clock clock;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.one());
  private long counted;

  /** The ledger as figures would read it without slices is taken out of their reach. */
  @BeforeAll
  void fillAndHide() throws SQLException {
    SmallCountry.fill(rooms, 5);
    counted = db.sql("select sum(minutes) from hours.line where grade in ('A', 'B', 'C')").query(Long.class).single();
    owner.sql("alter view figures.row rename to hidden_row").update();
  }

  @AfterAll
  void showAgain() {
    owner.sql("alter view figures.hidden_row rename to row").update();
  }

  @Test
  @Order(1)
  void theFirstViewAfterTheFillingAsksNoLedgerThatIsNotInSlices() {
    for (String table : List.of("fresh", "changed_person", "turned", "to_make")) {
      assertThat(db.sql("select count(*) from figures." + table).query(Long.class).single()).as(table + " waits for nobody").isZero();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    long answered = figures.answer(Question.nation(Period.everTo(today)), Set.of(Breakdown.PLACE, Breakdown.SEX)).total().minutes();
    assertThat(answered).isPositive().isLessThanOrEqualTo(counted);
    assertThat(new Visit(port).get("/numbers").status()).isEqualTo(200);
    assertThat(new Visit(port).get("/numbers/wilayas/16").status()).isIn(200, 404);
  }

  @Test
  @Order(2)
  void withoutSlicesTheSameQuestionWouldNeedTheLedger() {
    owner.sql("insert into figures.to_make (year) select year from figures.state on conflict do nothing").update();
    owner.sql("delete from figures.state").update();
    owner.sql("delete from figures.kept").update();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    assertThatThrownBy(() -> figures.answer(Question.nation(Period.everTo(today)), Set.of(Breakdown.MONTH))).as("so the test above shows something").isInstanceOf(RuntimeException.class);
  }
}
