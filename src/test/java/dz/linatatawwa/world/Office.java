package dz.linatatawwa.world;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives people of the tests a power over a part of the country, as an administrator does. */
public final class Office {

  private Office() {}

  /** All of a wilaya for a year. @param wilaya null: the nation */
  public static void give(AccountId person, @Nullable String wilaya) {
    give(person, wilaya, null, null, Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plus(Duration.ofDays(365)));
  }

  /** All of a wilaya for a year. @param wilaya null: the nation */
  public static void give(AccountId person, @Nullable WilayaCode wilaya) {
    give(person, wilaya == null ? null : wilaya.value());
  }

  /** @param daira null: all of it
   *  @param field null: every field
   *  @return the number of the power */
  public static long give(AccountId person, @Nullable String wilaya, @Nullable Integer daira, @Nullable String field, Instant from, Instant until) {
    return JdbcClient.create(TestDatabase.one()).sql("""
        insert into supervision.supervisor (account_id, wilaya_code, daira_id, field_code, granted_by, from_at, until_at)
        values (:person, cast(:wilaya as char(2)), cast(:daira as integer), cast(:field as text), :by, :from, :until) returning id
        """).param("person", person.value()).param("wilaya", wilaya).param("daira", daira).param("field", field).param("by", SignIn.administrator("مديرة الاختبار").value())
        .param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC)).query(Long.class).single();
  }
}
