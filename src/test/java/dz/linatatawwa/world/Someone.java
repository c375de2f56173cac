package dz.linatatawwa.world;

import dz.linatatawwa.accounts.AccountId;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The named people of the tests, as volunteers with an account: each call makes them anew in the database of the class.
 *  Say what differs, then {@link #volunteer()}: {@code Someone.amina().bornIn(2009).volunteer()}. */
public record Someone(String name, int birthYear, String audience, String commune) {

  private static final AtomicInteger CODES = new AtomicInteger(800_000);

  /** Amina Belkacem, a student in Algiers. */
  public static Someone amina() {
    return new Someone("أمينة بلقاسم", 2004, "student", "1601");
  }

  /** Karim Ouali, retired, in Tamanrasset. */
  public static Someone karim() {
    return new Someone("كريم والي", 1958, "retired", "1101");
  }

  public Someone named(String other) {
    return new Someone(other, birthYear, audience, commune);
  }

  public Someone bornIn(int year) {
    return new Someone(name, year, audience, commune);
  }

  /** @param code of a commune: its first two digits are not always those of its wilaya, which is looked up */
  public Someone livingIn(String code) {
    return new Someone(name, birthYear, audience, code);
  }

  /** Writes the account and the profile. */
  public AccountId volunteer() {
    AccountId account = SignIn.account(name);
    int made = JdbcClient.create(TestDatabase.one()).sql("""
        insert into volunteers.volunteer (account_id, code, birth_year, audience, wilaya_code, commune_code)
        select :account, :code, :year, :audience, wilaya_code, code from places.commune where code = :commune
        """).param("account", account.value()).param("code", Integer.toString(CODES.incrementAndGet())).param("year", birthYear)
        .param("audience", audience).param("commune", commune).update();
    if (made != 1) throw new IllegalStateException("no commune " + commune);
    return account;
  }
}
