package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looks after which part of the country. */
@Component
public class Territories {

  private final JdbcClient db;

  Territories(JdbcClient db) {
    this.db = db;
  }

  /** Whether this person looks after a wilaya; a supervisor of the nation looks after every one.
   *  @param wilaya null: a matter of the nation */
  public boolean covers(AccountId person, @Nullable WilayaCode wilaya) {
    return of(person).covers(wilaya);
  }

  /** Everything that this person looks after. */
  public Territory of(AccountId person) {
    List<String> codes = db.sql("""
        select coalesce(wilaya_code, '') as code
        from supervision.supervisor
        where account_id = :person and ended_at is null
        order by 1
        """).param("person", person.value()).query((row, number) -> row.getString("code")).list();
    return new Territory(codes.contains(""), codes.stream().filter(code -> !code.isEmpty()).map(WilayaCode::new).toList());
  }

  /** The supervisors of a wilaya, those of the nation not among them.
   *  @param wilaya null: those of the nation */
  public List<AccountId> supervisors(@Nullable WilayaCode wilaya) {
    return db.sql("""
        select account_id
        from supervision.supervisor
        where ended_at is null and wilaya_code is not distinct from cast(:wilaya as char(2))
        order by granted_at
        """).param("wilaya", wilaya == null ? null : wilaya.value()).query(Long.class).list().stream().map(AccountId::new).toList();
  }
}
