package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.PaperTable;
import dz.linatatawwa.files.SharedPapers;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.supervision.Territories;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of organisations, and who may read them: members, and the supervisors of its territory. */
@Component
public class Documents implements SharedPapers {

  /** The purpose under which {@code files} keeps them. */
  public static final String PURPOSE = "organization-document";

  /** Papers an organisation may hand in, at most. */
  public static final int MOST = 8;

  private final JdbcClient db;
  private final PaperTable papers;
  private final MemberTable members;
  private final OrganizationTable organizations;
  private final Territories territories;

  Documents(JdbcClient db, MemberTable members, OrganizationTable organizations, Territories territories) {
    this.db = db;
    this.papers = new PaperTable(db, "organizations.document", "organization_id");
    this.members = members;
    this.organizations = organizations;
    this.territories = territories;
  }

  /** The numbers of an organisation's papers, in the order in which they came. */
  public List<FileId> of(OrganizationId id) {
    return papers.of(id.value());
  }

  /** Adds a stored paper to an organisation. */
  public void add(OrganizationId id, FileId file, String kind) {
    db.sql("insert into organizations.document (organization_id, file_id, kind) values (:id, :file, :kind) on conflict do nothing")
        .param("id", id.value()).param("file", file.value()).param("kind", kind).update();
  }

  /** Takes a paper away.
   *  @return false when it was not this organisation's */
  public boolean remove(OrganizationId id, FileId file) {
    return db.sql("delete from organizations.document where organization_id = :id and file_id = :file")
        .param("id", id.value()).param("file", file.value()).update() == 1;
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public boolean mayRead(AccountId person, StoredFile file) {
    Optional<OrganizationId> holder = papers.holder(file.id()).map(OrganizationId::new);
    if (holder.isEmpty()) return file.owner().equals(person);
    return holder.flatMap(organizations::find)
        .filter(organization -> members.role(person, organization.id()).isPresent() || territories.covers(person, organization.whereabouts()))
        .isPresent();
  }
}
