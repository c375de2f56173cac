package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.organizations.Takeovers.Takeover;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of take-overs. */
@Component
class TakeoverTable {

  private static final String SELECT = "select t.id, t.organization_id, t.account_id, t.receipt_number, t.words from organizations.takeover t ";

  private final JdbcClient db;

  TakeoverTable(JdbcClient db) {
    this.db = db;
  }

  boolean waits(AccountId person, OrganizationId id) {
    return db.sql("select exists (select from organizations.takeover where organization_id = :id and account_id = :person and answer is null)")
        .param("id", id.value()).param("person", person.value()).query(Boolean.class).single();
  }

  long insert(AccountId person, OrganizationId id, String receiptNumber, String words, Instant now) {
    return db.sql("""
        insert into organizations.takeover (organization_id, account_id, receipt_number, words, asked_at)
        values (:id, :person, :number, :words, :now)
        returning id
        """).param("id", id.value()).param("person", person.value()).param("number", receiptNumber).param("words", words)
        .param("now", OrganizationRow.at(now)).query(Long.class).single();
  }

  void addPapers(long takeover, List<FileId> papers) {
    db.sql("""
        insert into organizations.takeover_paper (takeover_id, file_id, ordinal)
        select :takeover, p.file, p.ordinal from unnest(cast(:files as uuid[])) with ordinality as p (file, ordinal)
        """).param("takeover", takeover).param("files", papers.stream().map(FileId::value).toArray(UUID[]::new)).update();
  }

  Optional<Takeover> find(long id) {
    return db.sql(SELECT + "where t.id = :id").param("id", id).query(TakeoverTable::read).optional();
  }

  List<Takeover> waiting(OrganizationId id) {
    return db.sql(SELECT + "where t.organization_id = :id and t.answer is null").param("id", id.value()).query(TakeoverTable::read).list();
  }

  List<Takeover> of(AccountId person) {
    return db.sql(SELECT + "where t.account_id = :person and t.answer is null").param("person", person.value()).query(TakeoverTable::read).list();
  }

  void answer(long id, String answer, Instant now) {
    db.sql("update organizations.takeover set answer = :answer, answered_at = :now where id = :id and answer is null")
        .param("id", id).param("answer", answer).param("now", OrganizationRow.at(now)).update();
  }

  List<FileId> papers(long takeover) {
    return db.sql("select file_id from organizations.takeover_paper where takeover_id = :takeover order by ordinal").param("takeover", takeover)
        .query((row, number) -> new FileId(row.getObject("file_id", UUID.class))).list();
  }

  Optional<OrganizationId> holder(FileId file) {
    return db.sql("select t.organization_id from organizations.takeover t join organizations.takeover_paper p on p.takeover_id = t.id where p.file_id = :file")
        .param("file", file.value()).query(Long.class).optional().map(OrganizationId::new);
  }

  private static Takeover read(ResultSet row, int number) throws SQLException {
    return new Takeover(row.getLong("id"), new OrganizationId(row.getLong("organization_id")), new AccountId(row.getLong("account_id")),
        row.getString("receipt_number"), row.getString("words"));
  }
}
