package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which lines of the audit log to read; what is null does not matter.
 *  @param actor   who did it
 *  @param deed    the code of what was done
 *  @param person  to whom: the account itself, or the member that the details name
 *  @param network from where: how the front part of the address begins
 *  @param from    the first day, in Algeria
 *  @param until   the last day */
public record AuditFilter(@Nullable String objectKind, @Nullable String objectId, @Nullable AccountId actor, @Nullable String deed, @Nullable AccountId person,
    @Nullable String network, @Nullable LocalDate from, @Nullable LocalDate until) {

  static final String WHERE = """
      (cast(:objectKind as text) is null or a.object_kind = :objectKind)
      and (cast(:objectId as text) is null or a.object_id = :objectId)
      and (cast(:actor as bigint) is null or a.actor = :actor)
      and (cast(:deed as text) is null or a.deed = :deed)
      and (cast(:person as text) is null or a.object_kind = 'account' and a.object_id = :person or a.details ->> 'member' = :person)
      and (cast(:network as text) is null or starts_with(a.network, :network))
      and (cast(:from as timestamptz) is null or a.at >= :from)
      and (cast(:until as timestamptz) is null or a.at < :until)""";

  /** The lines about one thing. */
  public static AuditFilter of(String objectKind, String objectId) {
    return new AuditFilter(objectKind, objectId, null, null, null, null, null, null);
  }

  Map<String, ?> parameters() {
    Map<String, Object> values = new HashMap<>();
    values.put("objectKind", objectKind);
    values.put("objectId", objectId);
    values.put("actor", actor == null ? null : actor.value());
    values.put("deed", deed);
    values.put("person", person == null ? null : person.toString());
    values.put("network", network);
    values.put("from", from == null ? null : start(from));
    values.put("until", until == null ? null : start(until.plusDays(1)));
    return values;
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(Words.ZONE).toOffsetDateTime();
  }
}
