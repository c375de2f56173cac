package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which lines of the audit log to read; what is null does not matter.
 *  @param day in Algeria */
public record AuditFilter(@Nullable String objectKind, @Nullable String objectId, @Nullable AccountId actor, @Nullable LocalDate day) {

  static final String WHERE = """
      (cast(:objectKind as text) is null or a.object_kind = :objectKind)
      and (cast(:objectId as text) is null or a.object_id = :objectId)
      and (cast(:actor as bigint) is null or a.actor = :actor)
      and (cast(:from as timestamptz) is null or (a.at >= :from and a.at < :until))""";

  Map<String, ?> parameters() {
    Map<String, Object> values = new HashMap<>();
    values.put("objectKind", objectKind);
    values.put("objectId", objectId);
    values.put("actor", actor == null ? null : actor.value());
    values.put("from", day == null ? null : start(day));
    values.put("until", day == null ? null : start(day.plusDays(1)));
    return values;
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(Words.ZONE).toOffsetDateTime();
  }
}
