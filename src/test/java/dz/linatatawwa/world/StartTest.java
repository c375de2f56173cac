package dz.linatatawwa.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class StartTest {

  @Autowired JdbcClient db;

  @Test
  void theTablesOfEveryRoomAreThere() {
    assertThat(db.sql("select count(*) from hours.entry").query(Long.class).single()).isZero();
  }
}
