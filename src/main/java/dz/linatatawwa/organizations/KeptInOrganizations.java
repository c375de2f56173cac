package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInOrganizations implements KeptOfPerson {

  private final JdbcClient db;
  private final Files files;

  KeptInOrganizations(JdbcClient db, Files files) {
    this.db = db;
    this.files = files;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("organizations.organization", Purpose.OFFICE).staff("registered_by", "state_by")
            .names("name_ar", "name_fr", "name_key", "phone", "email", "address", "president"),
        Kept.of("organizations.member", Purpose.OFFICE).person("account_id")
            .shows("(select o.name_ar from organizations.organization o where o.id = t.organization_id) as organization", "role", "since", "ended_at").codes("role"),
        Kept.of("organizations.invitation", Purpose.OFFICE).whose("t.contact in (:email, :phone)", "contact").staff("invited_by")
            .shows("(select o.name_ar from organizations.organization o where o.id = t.organization_id) as organization", "contact", "role", "invited_at", "answer")
            .gone(),
        Kept.of("organizations.draft", Purpose.OFFICE).person("account_id").shows("typed", "changed_at").byRoom(),
        Kept.of("organizations.takeover", Purpose.OFFICE).person("account_id")
            .shows("(select o.name_ar from organizations.organization o where o.id = t.organization_id) as organization", "receipt_number", "words", "asked_at", "answer")
            .codes("receipt_number", "answer").empties("words = case when t.words = '' then '' else '—' end"),
        Kept.of("organizations.sending", Purpose.OFFICE).staff("sent_by"),
        Kept.of("organizations.merger", Purpose.POWER).staff("made_by", "undone_by"),
        Kept.of("organizations.seat_move", Purpose.OFFICE).staff("asked_by").names("address"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("invitations", 180, 30, 730, this::invitations),
        Retention.of("drafts", 180, 7, 730, this::drafts),
        Retention.of("refused-documents", 365, 30, 1825, this::documents));
  }

  private int invitations(Instant before) {
    return db.sql("""
        delete from organizations.invitation
        where id in (select id from organizations.invitation where coalesce(answered_at, ends_at) < :before limit 1000)
        """).param("before", Timestamp.from(before)).update();
  }

  /** Started and never sent, with the files that were added. */
  private int drafts(Instant before) {
    List<Long> old = db.sql("select account_id from organizations.draft where changed_at < :before limit 1000").param("before", Timestamp.from(before))
        .query((row, number) -> row.getLong("account_id")).list();
    for (long person : old) {
      db.sql("delete from organizations.draft where account_id = :person returning files").param("person", person)
          .query((row, number) -> (UUID[]) row.getArray("files").getArray()).list().forEach(ids -> {
            for (UUID id : ids) files.delete(new FileId(id));
          });
    }
    return old.size();
  }

  /** Papers of organisations that were refused for good. */
  private int documents(Instant before) {
    List<UUID> old = db.sql("""
        delete from organizations.document
        where file_id in (select d.file_id from organizations.document d join organizations.organization o on o.id = d.organization_id
          where o.state = 'refused' and o.state_since < :before limit 1000)
        returning file_id
        """).param("before", Timestamp.from(before)).query((row, number) -> row.getObject("file_id", UUID.class)).list();
    old.forEach(id -> files.delete(new FileId(id)));
    return old.size();
  }
}
