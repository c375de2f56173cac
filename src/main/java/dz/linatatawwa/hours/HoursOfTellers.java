package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.stories.EarnedHours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers for {@code stories} who has confirmed hours: any grade but what people only declare. */
@Component
class HoursOfTellers implements EarnedHours {

  private final JdbcClient db;

  HoursOfTellers(JdbcClient db) {
    this.db = db;
  }

  @Override
  public boolean some(AccountId person) {
    return db.sql("select exists (select from hours.volunteer_total where volunteer_id = :person and grade <> 'E' and minutes > 0)").param("person", person.value())
        .query(Boolean.class).single();
  }
}
