package dz.linatatawwa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the connection of the running application may do, asked of the database itself. */
@WorldTest
class LesserRoleTests {

  @Autowired JdbcClient db;
  @Autowired Audit audit;

  @ParameterizedTest
  @ValueSource(strings = {"supervision.audit", "accounts.access", "hours.entry", "checkpoints.checkpoint", "privacy.breach_line", "recognition.line", "rewards.trace",
      "partnerships.version", "partnerships.signature", "daybook.incident_part"})
  void whatOnlyGrowsCanBeNeitherChangedNorEmptiedNorUnlocked(String table) {
    String column = db.sql("select attname from pg_attribute where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped order by attidentity, attnum limit 1").param("table", table).query(String.class).single();
    for (String deed : List.of("update " + table + " set " + column + " = " + column, "delete from " + table, "truncate " + table)) {
      assertThatThrownBy(() -> db.sql(deed).update()).as(deed).rootCause().hasMessageContaining("permission denied");
    }
    for (String deed : List.of("alter table " + table + " disable trigger all", "drop table " + table, "alter table " + table + " owner to " + LesserRole.NAME,
        "create trigger mine before insert on " + table + " for each row execute function suppress_redundant_updates_trigger()")) {
      assertThatThrownBy(() -> db.sql(deed).update()).as(deed).rootCause().hasMessageMatching("(?s).*(must be owner|permission denied).*");
    }
  }

  @Test
  void aTriggerThatGuardsTheLogCannotBeDroppedNorItsFunctionReplaced() {
    assertThatThrownBy(() -> db.sql("drop trigger audit_only_grows on supervision.audit").update()).rootCause().hasMessageContaining("must be owner");
    assertThatThrownBy(() -> db.sql("create or replace function supervision.refuse_change() returns trigger language plpgsql as $$ begin return new; end $$").update())
        .rootCause().hasMessageMatching("(?s).*(must be owner|permission denied).*");
    assertThatThrownBy(() -> db.sql("set session_replication_role = replica").update()).rootCause().hasMessageContaining("permission denied");
    assertThatThrownBy(() -> db.sql("set role postgres").update()).rootCause().hasMessageContaining("permission denied");
  }

  @Test
  void itAddsToTheLogAndReadsIt() {
    AccountId person = SignIn.account("Yasmine");
    audit.note(person, "organization.suspended", "organization", 7_000_001, "سبب");
    assertThat(audit.of("organization", "7000001")).hasSize(1);
  }

  @Test
  void theRunningApplicationIsThatRoleAndOwnsNothing() {
    assertThat(db.sql("select current_user").query(String.class).single()).isEqualTo(LesserRole.NAME);
    assertThat(db.sql("select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls from pg_roles where rolname = current_user").query(Boolean.class).single()).isFalse();
    assertThat(db.sql("select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)").query(Long.class).single()).isZero();
  }

  @Test
  void everyTableWithATriggerThatRefusesIsClosedAndEveryOtherIsOpen() {
    List<String> closed = db.sql("""
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname !~ '^pg_|information_schema' and not has_table_privilege(c.oid, 'delete') order by 1""").query(String.class).list();
    List<String> guarded = db.sql("""
        select distinct g.tgrelid::regclass::text from pg_trigger g join pg_proc p on p.oid = g.tgfoid
        where p.proname in ('refuse_change', 'only_grows', 'access_only_grows') and g.tgtype & 24 = 24 order by 1""").query(String.class).list();
    assertThat(guarded).hasSizeGreaterThan(10);
    assertThat(closed).containsAll(guarded).hasSize(guarded.size() + 1).contains("flyway_schema_history");
    assertThat(JdbcClient.create(TestDatabase.one()).sql("select current_user").query(String.class).single()).isEqualTo("postgres");
  }
}
