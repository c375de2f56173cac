package dz.linatatawwa.sheets;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileAccess;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.FileKind;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Territories;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Pictures of filled sheets. They hold everybody's name: only those who run the organisation, and the supervisors who settle its hours, see one. */
@Component
class Photos implements FileAccess {

  /** Pictures of one shift, at most. */
  static final int MOST = 20;

  private static final String PURPOSE = "attendance-sheet";

  private final JdbcClient db;
  private final ObjectProvider<Files> files;
  private final Organizations organizations;
  private final Territories territories;

  Photos(JdbcClient db, ObjectProvider<Files> files, Organizations organizations, Territories territories) {
    this.db = db;
    this.files = files;
    this.organizations = organizations;
    this.territories = territories;
  }

  /** Keeps a picture, once for its key, or says why not. Who may is the caller's to check.
   *  @return nothing when it is kept */
  @Transactional
  public Optional<Kept.Refused> add(ShiftId shift, AccountId by, String key, MultipartFile upload) {
    hold(shift);
    if (db.sql("select exists (select from sheets.photo where key = :key)").param("key", key).query(Boolean.class).single()) return Optional.empty();
    if (of(shift).size() >= MOST) return Optional.of(new Kept.Refused("sheets.problem.photos", List.of(MOST)));
    return files.getObject().keep(by, PURPOSE, upload, file ->
        db.sql("insert into sheets.photo (shift_id, file_id, key, added_by) values (:shift, :file, :key, :by)").param("shift", shift.value())
            .param("file", file.value()).param("key", key).param("by", by.value()).update());
  }

  /** The pictures of a shift, in the order in which they came. */
  List<Photo> of(ShiftId shift) {
    return db.sql("select id, file_id, added_by, added_at from sheets.photo where shift_id = :shift and removed_at is null order by id")
        .param("shift", shift.value()).query((row, number) -> new Photo(row.getLong("id"), new FileId(row.getObject("file_id", UUID.class)),
            row.getLong("added_by"), row.getObject("added_at", OffsetDateTime.class).toInstant())).list();
  }

  /** Turns a picture a quarter to the right.
   *  @param seen the file that was looked at: a second tap on the same page turns once
   *  @return false when it is not one of this shift */
  @Transactional
  public boolean turn(ShiftId shift, long id, String seen) {
    hold(shift);
    Optional<Photo> photo = of(shift).stream().filter(one -> one.id() == id).findFirst();
    if (photo.isEmpty()) return false;
    if (!photo.get().file().toString().equals(seen)) return true;
    FileId before = photo.get().file();
    byte[] content = files.getObject().read(before).orElseThrow();
    Kept kept = files.getObject().keep(new AccountId(photo.get().addedBy()), PURPOSE, "sheet.jpg", "image/jpeg", turned(content));
    if (!(kept instanceof Kept.Stored(FileId file))) throw new IllegalStateException("a picture of ours is refused: " + kept);
    db.sql("update sheets.photo set file_id = :file where id = :id").param("file", file.value()).param("id", id).update();
    files.getObject().delete(before);
    return true;
  }

  /** Takes a picture away for good, as long as no row was read from it.
   *  @return false when it is not one of this shift, or is needed */
  @Transactional
  public boolean remove(ShiftId shift, long id) {
    hold(shift);
    Optional<Photo> photo = of(shift).stream().filter(one -> one.id() == id).findFirst();
    int removed = db.sql("""
        update sheets.photo set removed_at = now()
        where id = :id and shift_id = :shift and removed_at is null and not exists (select from sheets.line where photo_id = :id)
        """).param("id", id).param("shift", shift.value()).update();
    if (removed == 1) photo.ifPresent(one -> files.getObject().delete(one.file()));
    return removed == 1;
  }

  /** Pictures from which rows were read: they stay as long as the hours. */
  List<Long> needed(ShiftId shift) {
    return db.sql("select distinct photo_id from sheets.line where shift_id = :shift and photo_id is not null").param("shift", shift.value())
        .query((row, number) -> row.getLong(1)).list();
  }

  private void hold(ShiftId shift) {
    db.sql("select id from opportunities.shift where id = :shift for no key update").param("shift", shift.value()).query(Long.class).list();
  }

  private static byte[] turned(byte[] content) {
    try {
      BufferedImage from = ImageIO.read(new ByteArrayInputStream(content));
      BufferedImage to = new BufferedImage(from.getHeight(), from.getWidth(), BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < from.getHeight(); y++) for (int x = 0; x < from.getWidth(); x++) to.setRGB(from.getHeight() - 1 - y, x, from.getRGB(x, y));
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      ImageIO.write(to, "jpg", output);
      return output.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("turning a picture", e);
    }
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public Set<FileKind> accepts() {
    return FileKind.pictures();
  }

  /** The attendance keeps what it was read from. */
  @Override
  public boolean leavesWithOwner() {
    return false;
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    if (person == null) return false;
    return db.sql("""
        select o.organization_id from sheets.photo p
        join opportunities.shift s on s.id = p.shift_id join opportunities.opportunity o on o.id = s.opportunity_id
        where p.file_id = :file and p.removed_at is null
        """).param("file", file.id().value()).query(Long.class).optional().map(OrganizationId::new)
        .filter(id -> organizations.mayRun(person, id) || territories.covers(person, organizations.find(id).orElseThrow().whereabouts())).isPresent();
  }
}
