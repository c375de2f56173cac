package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.files.StayingPictures;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** DayPictures of the day. The public sees one only when the day is closed, somebody ticked that it may be shown, and somebody said that those on
 *  it agree and that no minor is recognised. */
@Component
public class DayPictures implements StayingPictures {

  /** DayPictures of one shift, at most. */
  public static final int MOST = 12;

  private static final String PURPOSE = "day-picture";

  private final JdbcClient db;
  private final ObjectProvider<Files> files;
  private final PictureRights rights;

  DayPictures(JdbcClient db, ObjectProvider<Files> files, PictureRights rights) {
    this.db = db;
    this.files = files;
    this.rights = rights;
  }

  /** Keeps a picture, once for its key, or says why not. Who may is the caller's to check (the desk does).
   *  @param consent those who can be recognised agree, and no minor can but those named
   *  @param minors  numbers of minors who can be recognised; those whose guardian does not agree to pictures are not taken, and it is the caller's to have said so
   *  @return nothing when it is kept */
  @Transactional
  public Optional<Kept.Refused> add(ShiftId shift, AccountId by, String key, MultipartFile upload, String caption, boolean consent, boolean shown, Set<Long> minors) {
    if (shown && !consent) throw new IllegalArgumentException("shown without consent");
    db.sql("select id from opportunities.shift where id = :shift for no key update").param("shift", shift.value()).query(Long.class).list();
    if (exists(key)) return Optional.empty();
    if (of(shift).size() >= MOST) return Optional.of(new Kept.Refused("daybook.problem.pictures", List.of(MOST)));
    return files.getObject().keep(by, PURPOSE, upload, file -> {
        db.sql("""
            insert into daybook.picture (file_id, shift_id, key, caption, public, consent_by, added_by)
            values (:file, :shift, :key, :caption, :public, :consent, :by)
            """).param("file", file.value()).param("shift", shift.value()).param("key", key).param("caption", caption).param("public", shown)
            .param("consent", consent ? by.value() : null).param("by", by.value()).update();
        rights.name(file, minors, by);
    });
  }

  private boolean exists(String key) {
    return db.sql("select exists (select from daybook.picture where key = :key)").param("key", key).query(Boolean.class).single();
  }

  /** Takes a picture away for good.
   *  @return false when it is not one of this shift */
  @Transactional
  public boolean remove(ShiftId shift, FileId file) {
    int removed = db.sql("update daybook.picture set removed_at = now() where file_id = :file and shift_id = :shift and removed_at is null")
        .param("file", file.value()).param("shift", shift.value()).update();
    if (removed == 1) files.getObject().delete(file);
    return removed == 1;
  }

  /** The pictures of a shift, for those who run it. */
  public List<Picture> of(ShiftId shift) {
    return pictures(db.sql("""
        select file_id, coalesce(caption, '') as caption, public from daybook.picture where shift_id = :id and removed_at is null order by added_at, file_id
        """).param("id", shift.value()));
  }

  /** What everybody may see of an opportunity's closed days, the latest first; at most 24. */
  public List<Picture> shown(OpportunityId opportunity) {
    return pictures(db.sql("""
        select p.file_id, coalesce(p.caption, '') as caption, p.public
        from daybook.picture p join opportunities.shift s on s.id = p.shift_id join attendance.closure c on c.shift_id = s.id
        where s.opportunity_id = :id and p.public and p.removed_at is null and p.withheld_at is null and daybook.may_be_shown(p.file_id)
        order by s.starts_at desc, p.added_at, p.file_id limit 24
        """).param("id", opportunity.value()));
  }

  /** The same without pictures in which a minor was named: what is kept for good elsewhere cannot follow a guardian's word. */
  public List<Picture> shownForGood(OpportunityId opportunity) {
    Set<FileId> minors = Set.copyOf(db.sql("""
        select distinct m.file_id from daybook.picture_minor m join daybook.picture p on p.file_id = m.file_id
        join opportunities.shift s on s.id = p.shift_id where s.opportunity_id = :id
        """).param("id", opportunity.value()).query((row, number) -> new FileId(row.getObject(1, UUID.class))).list());
    return shown(opportunity).stream().filter(picture -> !minors.contains(picture.file())).toList();
  }

  private static List<Picture> pictures(JdbcClient.StatementSpec rows) {
    return rows.query((row, number) -> new Picture(new FileId(row.getObject("file_id", UUID.class)), row.getString("caption"), row.getBoolean("public"))).list();
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    return db.sql("""
        select exists (
          select from daybook.picture p
          join opportunities.shift s on s.id = p.shift_id
          join opportunities.opportunity o on o.id = s.opportunity_id
          left join attendance.closure c on c.shift_id = p.shift_id
          where p.file_id = :file and p.removed_at is null
            and ((p.public and c.shift_id is not null and o.state not in ('draft', 'withheld') and p.withheld_at is null and daybook.may_be_shown(p.file_id))
                 or exists (select from organizations.runner r where r.organization_id = o.organization_id and r.account_id = :person)))
        """).param("file", file.id().value()).param("person", person == null ? null : person.value(), java.sql.Types.BIGINT).query(Boolean.class).single();
  }
}
