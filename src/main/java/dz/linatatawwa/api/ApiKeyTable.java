package dz.linatatawwa.api;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.PartnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of keys. */
@Repository
class ApiKeyTable {

  private static final String COLUMNS = "id, organization_id, partner_id, label, prefix, scopes, made_by, made_at, ends_at, used_at, revoked_at, revoked_by";

  private final JdbcClient db;

  ApiKeyTable(JdbcClient db) {
    this.db = db;
  }

  /** Holds the making of keys of this body until the transaction ends, and says how many live. */
  int living(KeyOwner owner, Instant now) {
    db.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))").param("what", "api.key " + owner.kind() + " " + owner.number()).query((row, n) -> 1).list();
    return db.sql("select count(*) from api.key where " + column(owner) + " = :owner and revoked_at is null and ends_at > :now")
        .param("owner", owner.number()).param("now", Timestamp.from(now)).query(Integer.class).single();
  }

  /** Whether one that was not revoked bears this label. */
  boolean known(KeyOwner owner, String label) {
    return db.sql("select exists (select from api.key where " + column(owner) + " = :owner and label = :label and revoked_at is null)")
        .param("owner", owner.number()).param("label", label).query(Boolean.class).single();
  }

  ApiKey insert(KeyOwner owner, KeyForm.Plan plan, KeySecret secret, AccountId by, Instant now) {
    return db.sql("""
        insert into api.key (organization_id, partner_id, label, prefix, hash, scopes, made_by, made_at, ends_at)
        values (:organization, :partner, :label, :prefix, :hash, :scopes, :by, :now, :ends)
        returning\s""" + COLUMNS).param("organization", owner instanceof KeyOwner.OfOrganization ? owner.number() : null, java.sql.Types.BIGINT)
        .param("partner", owner instanceof KeyOwner.OfPartner ? owner.number() : null, java.sql.Types.BIGINT).param("label", plan.label())
        .param("prefix", secret.prefix()).param("hash", secret.hash()).param("scopes", plan.scopes().stream().map(KeyScope::code).toArray(String[]::new))
        .param("by", by.value()).param("now", Timestamp.from(now)).param("ends", Timestamp.from(now.plus(plan.life()))).query(ApiKeyTable::key).single();
  }

  Optional<ApiKey> byHash(byte[] hash) {
    return db.sql("select " + COLUMNS + " from api.key where hash = :hash").param("hash", hash).query(ApiKeyTable::key).optional();
  }

  Optional<ApiKey> find(KeyOwner owner, long id) {
    return db.sql("select " + COLUMNS + " from api.key where id = :id and " + column(owner) + " = :owner").param("id", id).param("owner", owner.number())
        .query(ApiKeyTable::key).optional();
  }

  List<ApiKey> of(KeyOwner owner, long before, int most) {
    return db.sql("select " + COLUMNS + " from api.key where " + column(owner) + " = :owner and id < :before order by id desc limit :most")
        .param("owner", owner.number()).param("before", before).param("most", most).query(ApiKeyTable::key).list();
  }

  boolean revoke(KeyOwner owner, long id, AccountId by, Instant now) {
    return db.sql("update api.key set revoked_at = :now, revoked_by = :by where id = :id and " + column(owner) + " = :owner and revoked_at is null")
        .param("now", Timestamp.from(now)).param("by", by.value()).param("id", id).param("owner", owner.number()).update() == 1;
  }

  private static String column(KeyOwner owner) {
    return owner instanceof KeyOwner.OfOrganization ? "organization_id" : "partner_id";
  }

  private static ApiKey key(ResultSet row, int number) throws SQLException {
    Long organization = row.getObject("organization_id", Long.class);
    KeyOwner owner = organization != null ? new KeyOwner.OfOrganization(new OrganizationId(organization)) : new KeyOwner.OfPartner(new PartnerId(row.getLong("partner_id")));
    Long revoker = row.getObject("revoked_by", Long.class);
    return new ApiKey(row.getLong("id"), owner, row.getString("label"), row.getString("prefix"), scopes(row), new AccountId(row.getLong("made_by")),
        row.getTimestamp("made_at").toInstant(), row.getTimestamp("ends_at").toInstant(), maybe(row, "used_at"), maybe(row, "revoked_at"),
        revoker == null ? null : new AccountId(revoker));
  }

  /** A scope that is no more is none. */
  private static Set<KeyScope> scopes(ResultSet row) throws SQLException {
    EnumSet<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
    Arrays.stream((String[]) row.getArray("scopes").getArray()).forEach(code -> KeyScope.of(code).ifPresent(scopes::add));
    return scopes;
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
