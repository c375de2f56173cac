package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.files.StayingPictures;
import dz.linatatawwa.files.StoredFile;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Pictures of things that are lent: for those who run its owner, and, while it is lent to all, for those who run any organisation. */
@Component
public class ThingPictures implements StayingPictures {

  /** Pictures of one thing, at most. */
  public static final int MOST = 6;

  private static final String PURPOSE = "thing-picture";

  private final JdbcClient db;
  private final ObjectProvider<Files> files;

  ThingPictures(JdbcClient db, ObjectProvider<Files> files) {
    this.db = db;
    this.files = files;
  }

  /** Keeps a picture, or says why not. Who may is the caller's to check.
   *  @return nothing when it is kept */
  @Transactional
  public Optional<Kept.Refused> add(ThingId thing, MultipartFile upload, AccountId by) {
    db.sql("select id from means.thing where id = :id for no key update").param("id", thing.value()).query(Long.class).single();
    if (of(thing).size() >= MOST) return Optional.of(new Kept.Refused("means.problem.pictures", List.of(MOST)));
    return files.getObject().keep(by, PURPOSE, upload, file -> db.sql("insert into means.thing_picture (file_id, thing_id, added_by) values (:file, :thing, :by)")
        .param("file", file.value()).param("thing", thing.value()).param("by", by.value()).update());
  }

  /** Takes a picture away for good. @return false when it is not one of this thing */
  @Transactional
  public boolean remove(ThingId thing, FileId file) {
    int removed = db.sql("update means.thing_picture set removed_at = now() where file_id = :file and thing_id = :thing and removed_at is null")
        .param("file", file.value()).param("thing", thing.value()).update();
    if (removed == 1) files.getObject().delete(file);
    return removed == 1;
  }

  /** The pictures of a thing, in the order in which they were added. */
  public List<FileId> of(ThingId thing) {
    return db.sql("select file_id from means.thing_picture where thing_id = :id and removed_at is null order by added_at, file_id").param("id", thing.value())
        .query((row, i) -> new FileId(row.getObject("file_id", UUID.class))).list();
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    return db.sql("""
        select exists (
          select from means.thing_picture p join means.thing t on t.id = p.thing_id
          join organizations.runner r on r.account_id = :person and (r.organization_id = t.organization_id or t.lent_to = 'all' and t.withdrawn_at is null)
          where p.file_id = :file and p.removed_at is null)
        """).param("file", file.id().value()).param("person", person == null ? null : person.value(), Types.BIGINT).query(Boolean.class).single();
  }
}
