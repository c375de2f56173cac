package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it: a conversation goes with its volunteer, what somebody wrote for an organisation stays without their name. */
@Component
class KeptInMessages implements KeptOfPerson {

  private static final String OWN = "t.conversation_id in (select c.id from messages.conversation c where c.volunteer_id = :person)";
  private static final String WITH = "(select g.name_ar from organizations.organization g where g.id = t.organization_id) as organization";

  private final JdbcClient db;

  KeptInMessages(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("messages.message", Purpose.CONVERSATIONS).whose(OWN).staff("author_id").shows("side", "words", "at").gone(),
        Kept.of("messages.conversation", Purpose.CONVERSATIONS).person("volunteer_id").staff("assigned_to", "closed_by")
            .shows(WITH, "(select o.title from opportunities.opportunity o where o.id = t.opportunity_id) as opportunity", "opened_at", "last_at", "closed_at").gone(),
        Kept.of("messages.block", Purpose.CONVERSATIONS).person("volunteer_id").staff("by_id", "ended_by").shows(WITH, "side", "at", "ended_at").gone(),
        Kept.of("messages.guardian_told", Purpose.MINORS).whose("t.guardian_id in (select g.id from volunteers.guardian g where g.volunteer_id = :person)").gone(),
        Kept.of("supervision.audit", Purpose.FAIRNESS)
            .whose("t.object_kind = 'conversation' and t.object_id in (select cast(c.id as text) from messages.conversation c where c.volunteer_id = :person)")
            .staff("actor").shows("at", "deed", "reason").codes("deed", "object_kind", "object_id", "reason", "details", "network"),
        Kept.of("messages.circular", Purpose.OFFICE).staff("made_by"),
        Kept.of("messages.template", Purpose.OFFICE).staff("made_by", "removed_by"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("conversations", 730, 90, 3650, this::conversations),
        Retention.of("message-blocks", 730, 30, 3650, this::blocks));
  }

  private int conversations(Instant before) {
    return db.sql("delete from messages.conversation where id in (select id from messages.conversation where last_at < :before order by last_at limit 1000)")
        .param("before", Sql.at(before)).update();
  }

  /** Of those that were lifted. */
  private int blocks(Instant before) {
    return db.sql("delete from messages.block where id in (select id from messages.block where ended_at < :before order by ended_at limit 1000)")
        .param("before", Sql.at(before)).update();
  }
}
