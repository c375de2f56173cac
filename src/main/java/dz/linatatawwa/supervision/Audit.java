package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Origin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The log of what people with power did to other people's things. It only grows: the database refuses every change. */
@Component
public class Audit {

  /** So many lines at a time. */
  public static final int PAGE = 50;

  private final JdbcClient db;
  private final JsonMapper json;

  Audit(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Writes a line, in the transaction of the caller.
   *  @param actor      who did it; null: the platform itself
   *  @param deed       a code: {@code organization.suspended}
   *  @param objectKind what it was done to: {@code organization}
   *  @param reason     in the actor's own words, or a code
   *  @param details    more facts, as JSON can hold them; no secrets, no contacts */
  public void note(@Nullable AccountId actor, String deed, String objectKind, String objectId, @Nullable String reason, Map<String, ?> details) {
    db.sql("""
        insert into supervision.audit (actor, deed, object_kind, object_id, reason, details, network)
        values (:actor, :deed, :objectKind, :objectId, :reason, cast(:details as jsonb), :network)
        """)
        .param("actor", actor == null ? null : actor.value()).param("deed", deed)
        .param("objectKind", objectKind).param("objectId", objectId)
        .param("reason", reason).param("details", json.writeValueAsString(details)).param("network", from())
        .update();
  }

  /** The front part of the address of the request under way; empty where the platform itself does something. */
  private static String from() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here ? Origin.of(here.getRequest()).place() : "";
  }

  /** As above, for a thing known by a number, without further details. */
  public void note(@Nullable AccountId actor, String deed, String objectKind, long objectId, @Nullable String reason) {
    note(actor, deed, objectKind, Long.toString(objectId), reason, Map.of());
  }

  /** The newest lines about one thing, newest first; at most 50. */
  public List<AuditEntry> of(String objectKind, String objectId) {
    return read(AuditFilter.of(objectKind, objectId), null);
  }

  /** The lines that a filter lets through, newest first, 50 at a time.
   *  @param before only lines older than this number; null: from the newest on */
  public List<AuditEntry> read(AuditFilter filter, @Nullable Long before) {
    return db.sql("""
        select a.id, a.at, a.actor, a.deed, a.object_kind, a.object_id, a.reason, a.details::text as details, a.network
        from supervision.audit a
        where a.id < :before and %s
        order by a.id desc
        limit :size
        """.formatted(AuditFilter.WHERE))
        .params(filter.parameters()).param("before", before == null ? Long.MAX_VALUE : before).param("size", PAGE)
        .query(AuditEntry::read).list();
  }

  /** Every deed that the log speaks of. */
  public List<String> deeds() {
    return distinct("deed");
  }

  /** Every kind of thing that the log speaks of. */
  public List<String> objectKinds() {
    return distinct("object_kind");
  }

  /** Hops from one value to the next by the index, however long the log is. */
  private List<String> distinct(String column) {
    return db.sql("""
        with recursive step as (
          (select %1$s as code from supervision.audit order by %1$s limit 1)
          union all
          select (select a.%1$s from supervision.audit a where a.%1$s > step.code order by a.%1$s limit 1)
          from step where step.code is not null)
        select code from step where code is not null
        """.formatted(column)).query((row, number) -> row.getString("code")).list();
  }
}
