package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.SharedPapers;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sides say and hand in; both sides and the settlers see all of it, and a settled case keeps what it was settled by. */
@Component
class ContestEvidence implements SharedPapers {

  static final String PURPOSE = "contest-paper";

  /** Files that one side may hand in for one case, at most. */
  static final int MOST = 5;

  private final JdbcClient db;
  private final ContestTable table;
  private final Organizations organizations;
  private final Territories territories;

  ContestEvidence(JdbcClient db, ContestTable table, Organizations organizations, Territories territories) {
    this.db = db;
    this.table = table;
    this.organizations = organizations;
    this.territories = territories;
  }

  void say(ContestId id, Side side, String words, AccountId by, Instant now) {
    if (words.isEmpty()) return;
    db.sql("insert into contests.statement (contest_id, side, words, said_by, said_at) values (:id, :side, :words, :by, :now)")
        .param("id", id.value()).param("side", side.code()).param("words", words).param("by", by.value()).param("now", ContestTable.at(now)).update();
  }

  void handIn(ContestId id, Side side, FileId file, AccountId by, Instant now) {
    db.sql("insert into contests.paper (contest_id, file_id, side, added_by, added_at) values (:id, :file, :side, :by, :now)")
        .param("id", id.value()).param("file", file.value()).param("side", side.code()).param("by", by.value()).param("now", ContestTable.at(now)).update();
  }

  /** What was said, the first first; of an appeal, what was said of the first case too. */
  List<Statement> statements(Contest contest) {
    return db.sql("select side, words, said_by, said_at from contests.statement where contest_id in (:id, :first) order by id")
        .param("id", contest.id().value()).param("first", first(contest))
        .query((row, number) -> new Statement(side(row.getString("side")), row.getString("words"), new AccountId(row.getLong("said_by")),
            row.getObject("said_at", OffsetDateTime.class).toInstant())).list();
  }

  List<Paper> papers(Contest contest) {
    return db.sql("select side, file_id, added_at from contests.paper where contest_id in (:id, :first) order by added_at, file_id")
        .param("id", contest.id().value()).param("first", first(contest))
        .query((row, number) -> new Paper(side(row.getString("side")), new FileId(row.getObject("file_id", UUID.class)),
            row.getObject("added_at", OffsetDateTime.class).toInstant())).list();
  }

  private static long first(Contest contest) {
    ContestId first = contest.appealOf();
    return first == null ? contest.id().value() : first.value();
  }

  private static Side side(String code) {
    return code.equals("volunteer") ? Side.VOLUNTEER : Side.ORGANIZATION;
  }

  /** From where this person looks at a case; nothing for whom it does not concern. */
  Optional<Side> side(Contest contest, AccountId person) {
    if (contest.volunteer().equals(person)) return Optional.of(Side.VOLUNTEER);
    if (organizations.mayRun(person, contest.organization())) return Optional.of(Side.ORGANIZATION);
    boolean covers = territories.covers(person, contest.appealOf() != null ? Whereabouts.in(null)
        : organizations.find(contest.organization()).orElseThrow().whereabouts());
    return covers ? Optional.of(Side.SUPERVISOR) : Optional.empty();
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public boolean mayRead(AccountId person, StoredFile file) {
    List<ContestId> cases = db.sql("""
        select p.contest_id from contests.paper p where p.file_id = :file
        union select a.id from contests.paper p join contests.contest a on a.appeal_of = p.contest_id where p.file_id = :file""")
        .param("file", file.id().value()).query((row, number) -> new ContestId(row.getLong(1))).list();
    return cases.stream().map(id -> table.find(id).orElseThrow()).anyMatch(contest -> side(contest, person).isPresent());
  }
}
