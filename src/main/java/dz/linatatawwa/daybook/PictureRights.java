package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.volunteers.GuardianConsentWithdrawn;
import dz.linatatawwa.volunteers.GuardianPurpose;
import dz.linatatawwa.volunteers.Volunteers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Minors in pictures of the day: only those whose guardian agrees to pictures may be recognised in one that is shown, and only while that stands. */
@Component
public class PictureRights {

  private final JdbcClient db;
  private final Volunteers volunteers;
  private final ApplicationEventPublisher events;

  PictureRights(JdbcClient db, Volunteers volunteers, ApplicationEventPublisher events) {
    this.db = db;
    this.volunteers = volunteers;
    this.events = events;
  }

  /** Minors who came to a shift and may be shown: number and name, by name. */
  public Map<Long, String> mayBeShown(ShiftId shift) {
    Map<Long, String> came = new LinkedHashMap<>();
    db.sql("""
        select v.id, v.name from attendance.attendance t
        join opportunities.shift s on s.id = t.shift_id
        join opportunities.opportunity o on o.id = s.opportunity_id
        join volunteers.public_volunteer v on v.id = t.volunteer_id
        where t.shift_id = :shift and t.checked_in_at is not null and volunteers.agreed(v.id, 'pictures', array[o.organization_id]) > 0
        order by v.name, v.id limit 200
        """).param("shift", shift.value()).query(row -> { came.put(row.getLong("id"), row.getString("name")); });
    Set<AccountId> minors = volunteers.minors(came.keySet().stream().map(AccountId::new).toList());
    came.keySet().removeIf(person -> !minors.contains(new AccountId(person)));
    return came;
  }

  void name(FileId file, Collection<Long> minors, AccountId by) {
    for (Long minor : minors) {
      db.sql("insert into daybook.picture_minor (file_id, volunteer_id, named_by) values (:file, :minor, :by) on conflict do nothing")
          .param("file", file.value()).param("minor", minor).param("by", by.value()).update();
    }
  }

  /** Consent to pictures ended: those that show the person are for the organisation alone, and stay so. */
  @ApplicationModuleListener
  void on(GuardianConsentWithdrawn withdrawn) {
    if (withdrawn.isAbout(GuardianPurpose.PICTURES)) hide(withdrawn.minor(), false);
  }

  /** Whoever leaves is shown no longer; that they were in a picture is forgotten only after that. */
  @EventListener
  void on(AccountClosed closed) {
    hide(closed.account(), true);
    db.sql("delete from daybook.picture_minor where volunteer_id = :person").param("person", closed.account().value()).update();
  }

  private void hide(AccountId person, boolean always) {
    int hidden = db.sql("""
        update daybook.picture p set public = false
        where p.public and p.file_id in (select m.file_id from daybook.picture_minor m where m.volunteer_id = :person)
          and (:always or not daybook.may_be_shown(p.file_id))
        returning p.shift_id
        """).param("person", person.value()).param("always", always).query((row, number) -> row.getLong(1)).list().size();
    if (hidden > 0) events.publishEvent(new PublicPagesChanged());
  }
}
