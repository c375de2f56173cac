package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looks after which part of the country. */
@Component
public class Territories {

  private final JdbcClient db;
  private final Audit audit;

  Territories(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
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

  /** Everybody who looks after something: the nation first, then by wilaya. */
  public List<Supervisor> all() {
    return db.sql("""
        select account_id, wilaya_code, granted_at, granted_by
        from supervision.supervisor
        where ended_at is null
        order by wilaya_code nulls first, granted_at
        """).query((row, number) -> new Supervisor(new AccountId(row.getLong("account_id")),
            row.getString("wilaya_code") == null ? null : new WilayaCode(row.getString("wilaya_code")),
            row.getObject("granted_at", OffsetDateTime.class).toInstant(), new AccountId(row.getLong("granted_by")))).list();
  }

  /** Gives somebody a territory to look after.
   *  @param wilaya null: the nation
   *  @param reason in the administrator's words, kept in the audit log
   *  @return false when they look after it already */
  @Transactional
  public boolean grant(AccountId administrator, AccountId person, @Nullable WilayaCode wilaya, String reason) {
    int granted = db.sql("""
        insert into supervision.supervisor (account_id, wilaya_code, granted_by)
        values (:person, :wilaya, :by)
        on conflict (account_id, wilaya_code) where ended_at is null do nothing
        """).param("person", person.value()).param("wilaya", wilaya == null ? null : wilaya.value()).param("by", administrator.value()).update();
    if (granted == 1) note(administrator, "supervisor.granted", person, wilaya, reason);
    return granted == 1;
  }

  /** Takes a territory away from somebody; what they claimed waits for others again.
   *  @return false when they do not look after it */
  @Transactional
  public boolean end(AccountId administrator, AccountId person, @Nullable WilayaCode wilaya, String reason) {
    int ended = db.sql("""
        update supervision.supervisor set ended_at = now()
        where account_id = :person and wilaya_code is not distinct from cast(:wilaya as char(2)) and ended_at is null
        """).param("person", person.value()).param("wilaya", wilaya == null ? null : wilaya.value()).update();
    if (ended == 0) return false;
    Territory left = of(person);
    db.sql("""
        update supervision.matter set claimed_by = null
        where claimed_by = :person and decided_at is null and not (:nation or wilaya_code = any(cast(:wilayas as text[])))
        """).param("person", person.value()).param("nation", left.nation())
        .param("wilayas", left.wilayas().stream().map(WilayaCode::value).toArray(String[]::new)).update();
    note(administrator, "supervisor.ended", person, wilaya, reason);
    return true;
  }

  /** Who leaves looks after nothing any more, and what they had claimed waits for others. */
  @EventListener
  void left(AccountClosed closed) {
    db.sql("update supervision.supervisor set ended_at = now() where account_id = :person and ended_at is null")
        .param("person", closed.account().value()).update();
    db.sql("update supervision.matter set claimed_by = null where claimed_by = :person and decided_at is null")
        .param("person", closed.account().value()).update();
  }

  private void note(AccountId administrator, String deed, AccountId person, @Nullable WilayaCode wilaya, String reason) {
    audit.note(administrator, deed, "account", person.toString(), reason, Map.of("territory", wilaya == null ? "nation" : wilaya.value()));
  }
}
