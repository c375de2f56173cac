package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.volunteers.GuardianPurpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of signed papers. */
@Repository
class PaperTable {

  private static final String SELECT = """
      select id, organization_id, group_id, file_id, purposes, signed_on, brought_by, brought_at, looked_by, looked_at, accepted, reason from guardians.paper
      """;

  private final JdbcClient db;

  PaperTable(JdbcClient db) {
    this.db = db;
  }

  long add(OrganizationId organization, @Nullable Long group, FileId file, Set<GuardianPurpose> purposes, LocalDate signedOn, AccountId by, Instant now) {
    return db.sql("""
        insert into guardians.paper (organization_id, group_id, file_id, purposes, signed_on, brought_by, brought_at)
        values (:organization, :group, :file, :purposes, :signed, :by, :now) returning id
        """).param("organization", organization.value()).param("group", group).param("file", file.value())
        .param("purposes", purposes.stream().map(GuardianPurpose::code).sorted().toArray(String[]::new)).param("signed", signedOn).param("by", by.value())
        .param("now", Timestamp.from(now)).query(Long.class).single();
  }

  void add(long paper, ConsentPaper.Line line) {
    db.sql("insert into guardians.paper_line (paper_id, volunteer_id, guardian_name, guardian_contact) values (:paper, :minor, :guardian, :contact)")
        .param("paper", paper).param("minor", line.minor().value()).param("guardian", line.guardian()).param("contact", line.contact()).update();
  }

  /** @return false when somebody has looked before */
  boolean decide(long paper, boolean accepted, @Nullable String reason, AccountId by, Instant now) {
    return db.sql("""
        update guardians.paper set looked_by = :by, looked_at = :now, accepted = :accepted, reason = :reason where id = :id and looked_at is null
        """).param("by", by.value()).param("now", Timestamp.from(now)).param("accepted", accepted).param("reason", reason).param("id", paper).update() == 1;
  }

  Optional<ConsentPaper> find(OrganizationId organization, long id) {
    return db.sql(SELECT + "where id = :id and organization_id = :organization").param("id", id).param("organization", organization.value())
        .query(this::read).optional();
  }

  List<ConsentPaper> of(OrganizationId organization, int size, int from) {
    return db.sql(SELECT + "where organization_id = :organization order by looked_at is not null, id desc limit :size offset :from")
        .param("organization", organization.value()).param("size", size).param("from", from).query(this::read).list();
  }

  long count(OrganizationId organization, boolean waiting) {
    return db.sql("select count(*) from guardians.paper where organization_id = :organization and (not :waiting or looked_at is null)")
        .param("organization", organization.value()).param("waiting", waiting).query(Long.class).single();
  }

  Optional<Long> organizationOf(FileId file) {
    return db.sql("select organization_id from guardians.paper where file_id = :file").param("file", file.value()).query(Long.class).optional();
  }

  /** Takes somebody out of all papers.
   *  @return the files of papers that name nobody any more */
  List<FileId> forget(AccountId person) {
    List<Long> papers = db.sql("delete from guardians.paper_line where volunteer_id = :person returning paper_id").param("person", person.value())
        .query((row, number) -> row.getLong(1)).list();
    return papers.isEmpty() ? List.of() : db.sql("""
        select p.file_id from guardians.paper p
        where p.id in (:papers) and not exists (select from guardians.paper_line l where l.paper_id = p.id)
        """).param("papers", papers).query((row, number) -> new FileId(row.getObject(1, UUID.class))).list();
  }

  private ConsentPaper read(ResultSet row, int number) throws SQLException {
    long id = row.getLong("id");
    Long group = row.getObject("group_id", Long.class);
    Long looked = row.getObject("looked_by", Long.class);
    OffsetDateTime lookedAt = row.getObject("looked_at", OffsetDateTime.class);
    return new ConsentPaper(id, new OrganizationId(row.getLong("organization_id")), group, new FileId(row.getObject("file_id", UUID.class)),
        Arrays.stream((String[]) row.getArray("purposes").getArray()).flatMap(code -> GuardianPurpose.of(code).stream()).collect(Collectors.toSet()),
        row.getObject("signed_on", LocalDate.class), new AccountId(row.getLong("brought_by")), row.getObject("brought_at", OffsetDateTime.class).toInstant(),
        looked == null ? null : new AccountId(looked), lookedAt == null ? null : lookedAt.toInstant(), row.getObject("accepted", Boolean.class),
        row.getString("reason"), lines(id));
  }

  private List<ConsentPaper.Line> lines(long paper) {
    return db.sql("""
        select l.volunteer_id, a.name, l.guardian_name, l.guardian_contact
        from guardians.paper_line l join accounts.account a on a.id = l.volunteer_id where l.paper_id = :paper order by a.name, a.id
        """).param("paper", paper).query((row, number) -> new ConsentPaper.Line(new AccountId(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4))).list();
  }
}
