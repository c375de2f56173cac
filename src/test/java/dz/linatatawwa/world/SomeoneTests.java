package dz.linatatawwa.world;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class SomeoneTests {

  @Autowired JdbcClient db;

  @Test
  void aminaStudiesInAlgiersAndKarimIsRetiredInTamanrasset() {
    assertThat(described(Someone.amina().volunteer())).isEqualTo("student 16");
    assertThat(described(Someone.karim().volunteer())).isEqualTo("retired 11");
    assertThat(described(Someone.amina().livingIn("1901").volunteer())).isEqualTo("student 19");
  }

  private String described(AccountId who) {
    return db.sql("select audience || ' ' || wilaya_code from volunteers.volunteer where account_id = :who").param("who", who.value()).query(String.class).single();
  }
}
