package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of members. */
@Component
class MemberTable {

  private static final String BY_ROLE = "array_position(array['owner', 'coordinator', 'reader'], role), since, account_id";

  private final JdbcClient db;

  MemberTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Role> role(AccountId person, OrganizationId id) {
    return db.sql("""
        select role
        from organizations.member
        where organization_id = :id and account_id = :person and ended_at is null
        """).param("id", id.value()).param("person", person.value()).query(String.class).optional().flatMap(Role::of);
  }

  List<AccountId> running(OrganizationId id) {
    return db.sql("""
        select account_id
        from organizations.member
        where organization_id = :id and ended_at is null and role in ('owner', 'coordinator')
        order by %s
        """.formatted(BY_ROLE)).param("id", id.value()).query(Long.class).list().stream().map(AccountId::new).toList();
  }

  List<Member> all(OrganizationId id) {
    return db.sql("""
        select account_id, role, since
        from organizations.member
        where organization_id = :id and ended_at is null
        order by %s
        """.formatted(BY_ROLE)).param("id", id.value())
        .query((row, number) -> new Member(new AccountId(row.getLong("account_id")), Role.of(row.getString("role")).orElseThrow(),
            OrganizationRow.instant(row, "since"))).list();
  }

  /** Who changes members of one organisation goes one after the other: the last owner cannot leave twice at once. */
  void lock(OrganizationId id) {
    db.sql("select id from organizations.organization where id = :id for update").param("id", id.value()).query(Long.class).optional();
  }

  void add(OrganizationId id, AccountId person, Role role) {
    db.sql("insert into organizations.member (organization_id, account_id, role, since) values (:id, :person, :role, clock_timestamp())")
        .param("id", id.value()).param("person", person.value()).param("role", role.code()).update();
  }

  void change(OrganizationId id, AccountId person, Role role) {
    db.sql("update organizations.member set role = :role where organization_id = :id and account_id = :person and ended_at is null")
        .param("role", role.code()).param("id", id.value()).param("person", person.value()).update();
  }

  void endAll(AccountId person) {
    db.sql("update organizations.member set ended_at = clock_timestamp() where account_id = :person and ended_at is null")
        .param("person", person.value()).update();
  }

  boolean end(OrganizationId id, AccountId person) {
    return db.sql("update organizations.member set ended_at = clock_timestamp() where organization_id = :id and account_id = :person and ended_at is null")
        .param("id", id.value()).param("person", person.value()).update() == 1;
  }
}
