package dz.linatatawwa.entrances;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.entrances.Entrance.FirstRole;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of institutions. */
@Repository
class EntranceTable {

  private static final String ROW = """
      select e.id, e.organization_id, e.name_ar, e.name_fr, e.issuer, e.client_id, e.domains, e.claim, e.claim_values, e.second_values, e.role, e.closed_at
      from entrances.entrance e
      """;

  private final JdbcClient db;

  EntranceTable(JdbcClient db) {
    this.db = db;
  }

  List<Entrance> all() {
    return db.sql(ROW + " order by e.id limit 200").query(EntranceTable::read).list();
  }

  /** Whose organisation, where there is one, may act. */
  List<Entrance> open() {
    return db.sql(ROW + """
        where e.closed_at is null
          and (e.organization_id is null or exists (select from organizations.organization o where o.id = e.organization_id and o.state = 'verified'))
        order by e.id limit 50
        """).query(EntranceTable::read).list();
  }

  Optional<Entrance> find(EntranceId id) {
    return db.sql(ROW + " where e.id = :id").param("id", id.value()).query(EntranceTable::read).optional();
  }

  Optional<Entrance> open(EntranceId id) {
    return open().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  EntranceId next() {
    return new EntranceId(db.sql("select nextval(pg_get_serial_sequence('entrances.entrance', 'id'))").query(Long.class).single());
  }

  /** @return false when the institution is there already under this client's name */
  boolean insert(EntranceId id, EntranceWish wish, byte[] secret, Instant now, AccountId by) {
    return written("""
        insert into entrances.entrance (id, organization_id, name_ar, name_fr, issuer, client_id, secret, domains, claim, claim_values, second_values, role, made_at, made_by)
        values (:id, :organization, :nameAr, :nameFr, :issuer, :client, :secret, :domains, :claim, :claimValues, :secondValues, :role, :now, :by)
        on conflict do nothing
        """, id, wish).param("secret", secret).param("now", Timestamp.from(now)).param("by", by.value()).update() == 1;
  }

  /** @return false when another is there already under this client's name */
  boolean change(EntranceId id, EntranceWish wish) {
    return written("""
        update entrances.entrance e
        set organization_id = :organization, name_ar = :nameAr, name_fr = :nameFr, issuer = :issuer, client_id = :client, domains = :domains, claim = :claim,
          claim_values = :claimValues, second_values = :secondValues, role = :role
        where e.id = :id and not exists (select from entrances.entrance o where o.id <> e.id and o.issuer = :issuer and o.client_id = :client)
        """, id, wish).update() == 1;
  }

  private JdbcClient.StatementSpec written(String sql, EntranceId id, EntranceWish wish) {
    OrganizationId organization = wish.organization();
    return db.sql(sql).param("id", id.value()).param("organization", organization == null ? null : organization.value(), java.sql.Types.BIGINT).param("nameAr", wish.nameAr())
        .param("nameFr", wish.nameFr(), java.sql.Types.VARCHAR).param("issuer", wish.issuer()).param("client", wish.clientId()).param("domains", wish.domains().toArray(String[]::new))
        .param("claim", wish.claim(), java.sql.Types.VARCHAR).param("claimValues", wish.claimValues().toArray(String[]::new))
        .param("secondValues", wish.secondValues().toArray(String[]::new)).param("role", wish.role().code());
  }

  byte[] secret(EntranceId id) {
    return db.sql("select secret from entrances.entrance where id = :id").param("id", id.value()).query(byte[].class).single();
  }

  void keep(EntranceId id, byte[] secret) {
    db.sql("update entrances.entrance set secret = :secret where id = :id").param("id", id.value()).param("secret", secret).update();
  }

  boolean close(EntranceId id, Instant now, AccountId by) {
    return db.sql("update entrances.entrance set closed_at = :now, closed_by = :by where id = :id and closed_at is null").param("id", id.value()).param("now", Timestamp.from(now))
        .param("by", by.value()).update() == 1;
  }

  boolean reopen(EntranceId id) {
    return db.sql("update entrances.entrance set closed_at = null, closed_by = null where id = :id and closed_at is not null").param("id", id.value()).update() == 1;
  }

  private static Entrance read(ResultSet row, int number) throws SQLException {
    long organization = row.getLong("organization_id");
    Timestamp closed = row.getTimestamp("closed_at");
    return new Entrance(new EntranceId(row.getLong("id")), organization == 0 ? null : new OrganizationId(organization),
        new LocalName(row.getString("name_ar"), row.getString("name_fr"), null), row.getString("issuer"), row.getString("client_id"), list(row, "domains"), row.getString("claim"),
        list(row, "claim_values"), list(row, "second_values"), FirstRole.valueOf(row.getString("role").toUpperCase(Locale.ROOT)), closed == null ? null : closed.toInstant());
  }

  private static List<String> list(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
