package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileAccess;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.FileKind;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.supervision.Territories;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of organisations, and who may read them: members, and the supervisors of its territory. */
@Component
public class Documents implements FileAccess {

  /** The purpose under which {@code files} keeps them. */
  public static final String PURPOSE = "organization-document";

  /** Papers an organisation may hand in, at most. */
  public static final int MOST = 8;

  private final JdbcClient db;
  private final MemberTable members;
  private final OrganizationTable organizations;
  private final Territories territories;

  Documents(JdbcClient db, MemberTable members, OrganizationTable organizations, Territories territories) {
    this.db = db;
    this.members = members;
    this.organizations = organizations;
    this.territories = territories;
  }

  /** The numbers of an organisation's papers, in the order in which they came. */
  public List<FileId> of(OrganizationId id) {
    return db.sql("""
        select d.file_id
        from organizations.document d
        where d.organization_id = :id
        order by d.added_at, d.file_id
        """).param("id", id.value()).query((row, number) -> new FileId(row.getObject("file_id", UUID.class))).list();
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
    Optional<OrganizationId> holder = holder(file.id());
    if (holder.isEmpty()) return file.owner().equals(person);
    return holder.flatMap(organizations::find)
        .filter(organization -> members.role(person, organization.id()).isPresent() || territories.covers(person, organization.whereabouts()))
        .isPresent();
  }

  private Optional<OrganizationId> holder(FileId file) {
    return db.sql("select organization_id from organizations.document where file_id = :file").param("file", file.value())
        .query(Long.class).optional().map(OrganizationId::new);
  }
}
