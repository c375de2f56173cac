package dz.linatatawwa.declarations;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInDeclarations implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("supervision.audit", Purpose.FAIRNESS)
            .whose("t.object_kind = 'declaration' and t.object_id in (select cast(d.id as text) from declarations.declaration d where d.volunteer_id = :person)")
            .staff("actor").shows("at", "deed", "reason").codes("deed", "object_kind", "object_id", "reason", "details", "network"),
        Kept.of("declarations.declaration", Purpose.HOURS).person("volunteer_id").staff("organization_said_by")
            .shows("title", "for_whom", "first_day", "last_day", "minutes_a_day", "state", "reason", "reason_words", "witness_name", "witness_contact", "made_at")
            .codes("kind", "activity_code", "state", "refused_by", "reason_code", "witness_said", "organization_said")
            .empties("title = '———'", "for_whom = '——'", "reason", "reason_words", "witness_name", "witness_contact", "witness_token"),
        Kept.of("declarations.declaration", Purpose.HOURS).whose("t.witness_contact in (:email, :phone)", "witness_contact").staff("organization_said_by")
            .shows("witness_name", "witness_contact", "witness_asked", "witness_said")
            .codes("kind", "title", "for_whom", "reason", "activity_code", "state", "refused_by", "reason_code", "reason_words", "witness_said", "organization_said")
            .empties("witness_name", "witness_contact", "witness_token"),
        Kept.of("supervision.matter", Purpose.POWER)
            .whose("t.kind = 'declaration-document' and t.subject_id in (select d.id from declarations.declaration d where d.volunteer_id = :person)")
            .staff("claimed_by", "decided_by").shows("summary", "opened_at", "decided_at", "decision", "reason").codes("kind", "decision", "reason_code")
            .empties("summary = '—'", "reason"));
  }
}
