package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.files.PaperTable;
import dz.linatatawwa.files.SharedPapers;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Territories;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Documents that prove an operation: read by its people and by the supervisors of its place, never by the public. */
@Component
public class OperationPapers implements SharedPapers {

  /** Documents of one operation, at most. */
  public static final int MOST = 6;

  private static final String PURPOSE = "archive-document";

  private final JdbcClient db;
  private final ObjectProvider<Files> files;
  private final PaperTable papers;
  private final OperationTable table;
  private final Organizations organizations;
  private final Territories territories;
  private final Clock clock;

  OperationPapers(JdbcClient db, ObjectProvider<Files> files, OperationTable table, Organizations organizations, Territories territories, Clock clock) {
    this.db = db;
    this.files = files;
    this.papers = new PaperTable(db, "archive.document", "operation_id", "removed_at is null");
    this.table = table;
    this.organizations = organizations;
    this.territories = territories;
    this.clock = clock;
  }

  @Transactional
  Optional<Kept.Refused> add(OperationId operation, AccountId by, MultipartFile upload) {
    if (of(operation).size() >= MOST) return Optional.of(new Kept.Refused("archive.problem.papers", List.of(MOST)));
    return files.getObject().keep(by, PURPOSE, upload, file ->
        db.sql("insert into archive.document (file_id, operation_id, added_at) values (:file, :operation, :now)")
            .param("file", file.value()).param("operation", operation.value()).param("now", OperationTable.at(clock.instant())).update());
  }

  /** Takes one away for good. @return false when it is not one of this operation */
  @Transactional
  boolean remove(OperationId operation, FileId file) {
    boolean removed = db.sql("update archive.document set removed_at = :now where file_id = :file and operation_id = :operation and removed_at is null")
        .param("now", OperationTable.at(clock.instant())).param("file", file.value()).param("operation", operation.value()).update() == 1;
    if (removed) files.getObject().delete(file);
    return removed;
  }

  /** The documents of an operation. Who may read them is the caller's to check. */
  public List<StoredFile> of(OperationId operation) {
    return files.getObject().find(papers.of(operation.value()));
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public boolean mayRead(AccountId person, StoredFile file) {
    return papers.holder(file.id()).flatMap(id -> table.find(new OperationId(id))).filter(operation -> {
          OrganizationId organization = operation.told().organization();
          return person.equals(operation.enteredBy()) || organization != null && organizations.mayRead(person, organization)
              || territories.covers(person, OperationMatters.where(operation));
        }).isPresent();
  }
}
