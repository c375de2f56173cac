package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.site.Slice;
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

  private static final int PAGE = 50;

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
    return read(new AuditFilter(objectKind, objectId, null, null), 1).rows();
  }

  /** The lines that a filter lets through, newest first, 50 a page. */
  public Slice<AuditEntry> read(AuditFilter filter, int page) {
    long total = db.sql("select count(*) from supervision.audit a where " + AuditFilter.WHERE).params(filter.parameters())
        .query(Long.class).single();
    List<AuditEntry> rows = db.sql("""
        select a.id, a.at, a.actor, a.deed, a.object_kind, a.object_id, a.reason, a.details::text as details
        from supervision.audit a
        where %s
        order by a.id desc
        limit :size offset :skip
        """.formatted(AuditFilter.WHERE))
        .params(filter.parameters()).param("size", PAGE).param("skip", (long) (page - 1) * PAGE)
        .query(AuditEntry::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** Every kind of thing that the log speaks of. */
  public List<String> objectKinds() {
    return db.sql("""
        with recursive kind as (
          (select object_kind from supervision.audit order by object_kind limit 1)
          union all
          select (select a.object_kind from supervision.audit a where a.object_kind > kind.object_kind order by a.object_kind limit 1)
          from kind where kind.object_kind is not null)
        select object_kind from kind where object_kind is not null
        """).query((row, number) -> row.getString("object_kind")).list();
  }
}
