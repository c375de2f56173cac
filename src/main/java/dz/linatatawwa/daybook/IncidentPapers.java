package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileAccess;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.FileKind;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import java.util.EnumSet;
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

/** DayPictures and documents of incidents: for those who run the organisation and the supervisors who were told. They stay as evidence. */
@Component
public class IncidentPapers implements FileAccess {

  /** Papers of one incident, at most. */
  public static final int MOST = 8;

  private static final String PURPOSE = "incident-paper";

  private final JdbcClient db;
  private final IncidentTable incidents;
  private final IncidentMatters matters;
  private final Organizations organizations;
  private final ObjectProvider<Files> files;

  IncidentPapers(JdbcClient db, IncidentTable incidents, IncidentMatters matters, Organizations organizations, ObjectProvider<Files> files) {
    this.db = db;
    this.incidents = incidents;
    this.matters = matters;
    this.organizations = organizations;
    this.files = files;
  }

  /** Keeps a paper with an incident, or says why not.
   *  @return nothing when it is kept */
  @Transactional
  public Optional<Kept.Refused> add(OrganizationId organization, IncidentId id, AccountId by, MultipartFile upload) {
    organizations.runBy(by, organization);
    incidents.lock(id);
    if (of(id).size() >= MOST) return Optional.of(new Kept.Refused("daybook.problem.papers", List.of(MOST)));
    return files.getObject().keep(by, PURPOSE, upload, file ->
        db.sql("insert into daybook.incident_paper (file_id, incident_id, added_by) values (:file, :id, :by)").param("file", file.value())
            .param("id", id.value()).param("by", by.value()).update());
  }

  /** The papers of an incident, in the order in which they came. */
  public List<StoredFile> of(IncidentId id) {
    return files.getObject().find(db.sql("select file_id from daybook.incident_paper where incident_id = :id order by added_at, file_id")
        .param("id", id.value()).query((row, number) -> new FileId(row.getObject("file_id", UUID.class))).list());
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public Set<FileKind> accepts() {
    return EnumSet.allOf(FileKind.class);
  }

  @Override
  public boolean leavesWithOwner() {
    return false;
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    if (person == null) return false;
    return db.sql("select incident_id from daybook.incident_paper where file_id = :file").param("file", file.id().value()).query(Long.class).optional()
        .flatMap(id -> incidents.find(new IncidentId(id)))
        .filter(incident -> organizations.mayRun(person, incident.organization()) || matters.watches(person, incident)).isPresent();
  }
}
