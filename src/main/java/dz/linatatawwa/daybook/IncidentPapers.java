package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.files.PaperTable;
import dz.linatatawwa.files.SharedPapers;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Pictures and documents of incidents: for those who run the organisation and the supervisors who were told. They stay as evidence. */
@Component
public class IncidentPapers implements SharedPapers {

  /** Papers of one incident, at most. */
  public static final int MOST = 8;

  private static final String PURPOSE = "incident-paper";

  private final JdbcClient db;
  private final IncidentTable incidents;
  private final IncidentMatters matters;
  private final Organizations organizations;
  private final ObjectProvider<Files> files;
  private final PaperTable papers;

  IncidentPapers(JdbcClient db, IncidentTable incidents, IncidentMatters matters, Organizations organizations, ObjectProvider<Files> files) {
    this.db = db;
    this.incidents = incidents;
    this.matters = matters;
    this.organizations = organizations;
    this.files = files;
    this.papers = new PaperTable(db, "daybook.incident_paper", "incident_id");
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
    return files.getObject().find(papers.of(id.value()));
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public boolean mayRead(AccountId person, StoredFile file) {
    return papers.holder(file.id()).flatMap(id -> incidents.find(new IncidentId(id)))
        .filter(incident -> organizations.mayRun(person, incident.organization()) || matters.watches(person, incident)).isPresent();
  }
}
