package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.files.StayingPictures;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Territories;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** OperationPictures of operations: drawn anew by the files room, with words for those who do not see them. The public sees them once the operation is published. */
@Component
public class OperationPictures implements StayingPictures {

  /** OperationPictures of one operation, at most. */
  public static final int MOST = 12;

  private static final String PURPOSE = "archive-picture";

  private final JdbcClient db;
  private final ObjectProvider<Files> files;
  private final OperationTable table;
  private final Organizations organizations;
  private final Territories territories;
  private final Clock clock;

  OperationPictures(JdbcClient db, ObjectProvider<Files> files, OperationTable table, Organizations organizations, Territories territories, Clock clock) {
    this.db = db;
    this.files = files;
    this.table = table;
    this.organizations = organizations;
    this.territories = territories;
    this.clock = clock;
  }

  /** One of them. @param alt what is to be seen on it */
  public record Picture(FileId file, String alt) {}

  /** Keeps a picture, or says why not; the person said that those shown agree and that no minor is recognised. */
  @Transactional
  Optional<Kept.Refused> add(OperationId operation, AccountId by, MultipartFile upload, String alt) {
    if (of(operation).size() >= MOST) return Optional.of(new Kept.Refused("archive.problem.pictures", List.of(MOST)));
    return files.getObject().keep(by, PURPOSE, upload, file -> insert(operation, by, file, alt));
  }

  /** Keeps a copy of a picture that was shown already. */
  void copy(OperationId operation, AccountId by, FileId shown, String alt) {
    Files room = files.getObject();
    room.read(shown).ifPresent(bytes -> {
      if (room.keep(by, PURPOSE, "picture.jpg", "image/jpeg", bytes) instanceof Kept.Stored(FileId file)) insert(operation, by, file, alt);
    });
  }

  private void insert(OperationId operation, AccountId by, FileId file, String alt) {
    db.sql("insert into archive.picture (file_id, operation_id, alt, consent_by, added_at) values (:file, :operation, :alt, :by, :now)")
        .param("file", file.value()).param("operation", operation.value()).param("alt", alt).param("by", by.value())
        .param("now", OperationTable.at(clock.instant())).update();
  }

  /** Takes one away for good. @return false when it is not one of this operation */
  @Transactional
  boolean remove(OperationId operation, FileId file) {
    boolean removed = db.sql("update archive.picture set removed_at = :now where file_id = :file and operation_id = :operation and removed_at is null")
        .param("now", OperationTable.at(clock.instant())).param("file", file.value()).param("operation", operation.value()).update() == 1;
    if (removed) files.getObject().delete(file);
    return removed;
  }

  /** The pictures of an operation, in the order in which they came. */
  public List<Picture> of(OperationId operation) {
    return db.sql("select file_id, alt from archive.picture where operation_id = :id and removed_at is null and withheld_at is null order by added_at, file_id")
        .param("id", operation.value()).query((row, n) -> new Picture(new FileId(row.getObject("file_id", UUID.class)), row.getString("alt"))).list();
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    return db.sql("select operation_id from archive.picture where file_id = :file and removed_at is null and withheld_at is null").param("file", file.id().value())
        .query(Long.class).optional().flatMap(id -> table.find(new OperationId(id)))
        .filter(operation -> operation.state() == Operation.State.PUBLISHED || person != null && concerns(operation, person)).isPresent();
  }

  /** Whoever entered it, runs its organisation or supervises its place. */
  private boolean concerns(Operation operation, AccountId person) {
    OrganizationId organization = operation.told().organization();
    return person.equals(operation.enteredBy()) || organization != null && organizations.mayRead(person, organization)
        || territories.covers(person, OperationMatters.where(operation));
  }
}
