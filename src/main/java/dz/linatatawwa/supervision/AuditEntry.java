package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One line of the audit log.
 *  @param actor   null: the platform itself
 *  @param details JSON
 *  @param network from where: the front part of the address; empty: the platform itself */
public record AuditEntry(long id, Instant at, @Nullable AccountId actor, String deed, String objectKind, String objectId,
    @Nullable String reason, String details, String network) {

  static AuditEntry read(ResultSet row, int number) throws SQLException {
    long actor = row.getLong("actor");
    return new AuditEntry(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), actor == 0 ? null : new AccountId(actor),
        row.getString("deed"), row.getString("object_kind"), row.getString("object_id"), row.getString("reason"), row.getString("details"), row.getString("network"));
  }
}
