package dz.linatatawwa.checkpoints;

import dz.linatatawwa.world.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A volunteer and lines of their ledger, put into the database directly. */
final class Lines {

  private final JdbcClient db;
  private final DataSource source;
  final long volunteer;
  final long settler;
  final long organization;
  private int made;

  Lines(JdbcClient db, DataSource source) {
    this.db = db;
    this.source = source;
    db.sql("""
        insert into places.wilaya (code, name_ar, name_fr, name_en, created, legal_basis, code_58, code_48, lat, lon)
        values ('19', 'سطيف', 'Sétif', 'Setif', 1974, '-', '19', '19', 36.19, 5.41) on conflict do nothing""").update();
    db.sql("""
        insert into places.commune (code, wilaya_code, code_58, code_48, name_ar, name_fr, lat, lon, position)
        values ('1901', '19', '19', '19', 'سطيف', 'Sétif', 36.19, 5.41, 'ok') on conflict do nothing""").update();
    db.sql("""
        insert into taxonomy.field (code, name_ar, name_fr, name_en, icnpo_1996, icnp_tso_2018, icnp_tso_section, sort)
        values ('ENV', 'البيئة', 'Environnement', 'Environment', '5', 'E', 'E', 99) on conflict do nothing""").update();
    settler = account("Yacine Hamdi");
    volunteer = volunteer("Amina Benali");
    organization = db.sql("""
        insert into organizations.organization (kind, name_ar, name_key, scope, wilaya_code, commune_code, state, verified_at)
        values ('association', 'جمعية الأرز', 'جمعيه الارز', 'wilaya', '19', '1901', 'verified', now()) returning id""").query(Long.class).single();
  }

  long account(String name) {
    return db.sql("insert into accounts.account (name, email) values (:name, :email) returning id")
        .param("name", name).param("email", "line" + System.nanoTime() + "@example.dz").query(Long.class).single();
  }

  long volunteer(String name) {
    long account = account(name);
    db.sql("insert into volunteers.volunteer (account_id, code, birth_year, wilaya_code, commune_code) values (:account, :code, 1999, '19', '1901')")
        .param("account", account).param("code", "t" + account).update();
    return account;
  }

  List<Long> write(int lines) {
    return Stream.generate(() -> write(volunteer)).limit(lines).toList();
  }

  /** A confirmed claim of two hours with its line. */
  long write(long person) {
    long claim = claim(person);
    return db.sql(INSERT).param("claim", claim).param("person", person).param("organization", organization).param("by", settler)
        .param("reason", made % 2 == 0 ? null : "ليلة الفيضان").query(Long.class).single();
  }

  static final String INSERT = """
      insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, field_code, wilaya_code, commune_code, written_by, reason)
      values (:claim, :person, current_date - 30, 120, 'B', :organization, 'ENV', '19', '1901', :by, :reason) returning id""";

  long claim(long person) {
    Instant from = Instant.parse("2024-01-01T08:00:00Z").plusSeconds(10_800L * made++);
    return db.sql("""
        insert into hours.claim (volunteer_id, organization_id, during, minutes, grade, state, due_at, decided_at, decided_by, title, field_code, wilaya_code)
        values (:person, :organization, tstzrange(cast(:from as timestamptz), cast(:to as timestamptz)), 120, 'B', 'confirmed', now(), now(), :by,
          'تشجير', 'ENV', '19') returning id""")
        .param("person", person).param("organization", organization).param("from", from.toString()).param("to", from.plusSeconds(7_200).toString())
        .param("by", settler).query(Long.class).single();
  }

  long takeBack(long entry) {
    return db.sql("""
        insert into hours.entry (claim_id, reverses, volunteer_id, day, minutes, grade, organization_id, field_code, wilaya_code, commune_code, written_by, reason)
        select claim_id, id, volunteer_id, day, -minutes, grade, organization_id, field_code, wilaya_code, commune_code, written_by, 'gone at ten'
        from hours.entry where id = :entry returning id""").param("entry", entry).query(Long.class).single();
  }

  /** Whoever rules the database does this: no trigger and no foreign key stops it. */
  void tamper(String statement) {
    try (Connection connection = TestDatabase.one().getConnection(); var doing = connection.createStatement()) {
      doing.execute("set session_replication_role = replica");
      try {
        doing.execute(statement);
      } finally {
        doing.execute("set session_replication_role = origin");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  LocalDate day(long entry) {
    return db.sql("select day from hours.entry where id = :entry").param("entry", entry).query(LocalDate.class).single();
  }
}
