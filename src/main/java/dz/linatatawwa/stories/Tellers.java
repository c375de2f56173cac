package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.volunteers.Volunteers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose testimony a story is, and whether they agree: asked for one revision, so that nobody's yes is put under other words; taken back whenever they like. */
@Service
public class Tellers {

  /** Version of the words that tellers agree to ({@code stories.asked.testimony.text}). */
  static final int VERSION = 1;

  /** What became of asking somebody. */
  public enum Result {
    /** They were asked. */
    SENT,
    /** They were asked about these words before. */
    BEFORE,
    /** Not a volunteer. */
    NO_VOLUNTEER,
    /** It is another's, and was published as theirs. */
    ANOTHERS
  }

  private static final String COLUMNS = "select a.id, a.story_id, a.revision, a.account_id, a.asked_at, a.agreed_at, a.withdrawn_at from stories.agreement a";

  private final JdbcClient db;
  private final StoryTable table;
  private final Volunteers volunteers;
  private final Notices notices;
  private final Audit audit;
  private final PublicEye eye;
  private final Clock clock;

  Tellers(JdbcClient db, StoryTable table, Volunteers volunteers, Notices notices, Audit audit, PublicEye eye, Clock clock) {
    this.db = db;
    this.table = table;
    this.volunteers = volunteers;
    this.notices = notices;
    this.audit = audit;
    this.eye = eye;
    this.clock = clock;
  }

  /** Asks a volunteer whether the newest revision may be shown as theirs; they read it whole before they answer. */
  @Transactional
  public Result ask(AccountId by, StoryId id, AccountId person) {
    Story story = table.lock(id).filter(found -> found.kind() == StoryKind.TESTIMONY).orElseThrow(() -> new IllegalArgumentException("nobody tells story " + id));
    if (volunteers.find(person).isEmpty()) return Result.NO_VOLUNTEER;
    if (story.live() != null && story.teller() != null && !story.teller().equals(person)) return Result.ANOTHERS;
    table.teller(id, person);
    Optional<Long> asked = db.sql("""
        insert into stories.agreement (story_id, revision, account_id, version, asked_by, asked_at) values (:story, :revision, :person, :version, :by, :now)
        on conflict do nothing returning id
        """).param("story", id.value()).param("revision", story.newest()).param("person", person.value()).param("version", VERSION).param("by", by.value())
        .param("now", StoryTable.at(clock.instant())).query(Long.class).optional();
    asked.ifPresent(question -> notices.tell(person, "story-asked", "stories.notice.asked.title", "stories.notice.asked.body", "/stories/asked", "story-asked:" + question,
        story.words().ar().title()));
    return asked.isPresent() ? Result.SENT : Result.BEFORE;
  }

  /** Answers, or answers anew. @return false when nobody asked this person under this number */
  @Transactional
  public boolean answer(AccountId person, long question, boolean yes) {
    Optional<Asked> asked = db.sql("""
        update stories.agreement set agreed_at = case when :yes then cast(:now as timestamptz) else agreed_at end, withdrawn_at = case when :yes then null else cast(:now as timestamptz) end
        where id = :id and account_id = :person returning id, story_id, revision, account_id, asked_at, agreed_at, withdrawn_at
        """).param("yes", yes).param("now", StoryTable.at(clock.instant())).param("id", question).param("person", person.value()).query(Tellers::read).optional();
    asked.ifPresent(one -> told(one, yes));
    return asked.isPresent();
  }

  private void told(Asked asked, boolean yes) {
    audit.note(asked.person(), yes ? "story.agreed" : "story.not-agreed", "story", asked.story().toString(), null, Map.of());
    eye.refresh(asked.story());
    Story story = table.newest(asked.story()).orElseThrow();
    if (story.madeBy() == null) return;
    String key = "stories.notice.answer." + (yes ? "yes" : "no");
    notices.leave(story.madeBy(), "matter-story", key + ".title", key + ".body", asked.story().deskPath(), null, story.words().ar().title());
  }

  /** Somebody sent these words in themselves, in the first revision, and with them their yes. */
  void agreed(StoryId story, AccountId person, Instant when) {
    db.sql("insert into stories.agreement (story_id, revision, account_id, version, asked_at, agreed_at) values (:story, 1, :person, :version, :when, :when)").param("story", story.value())
        .param("person", person.value()).param("version", VERSION).param("when", StoryTable.at(when)).update();
  }

  /** Takes back every yes that this person gave to a story, and answers what is still asked with no. */
  void takeBack(AccountId person, StoryId story) {
    db.sql("select id from stories.agreement where story_id = :story and account_id = :person and withdrawn_at is null").param("story", story.value()).param("person", person.value())
        .query(Long.class).list().forEach(question -> answer(person, question, false));
  }

  /** What this person was asked, the newest first; at most fifty. The latest question of a story only, and what they once agreed to. */
  public List<Asked> of(AccountId person) {
    return db.sql(COLUMNS + """
         where a.account_id = :person and (a.agreed_at is not null or a.revision = (select max(b.revision) from stories.agreement b where b.story_id = a.story_id and b.account_id = a.account_id))
        order by a.id desc limit 50
        """).param("person", person.value()).query(Tellers::read).list();
  }

  /** The words that somebody was asked about: that very revision. */
  public Story words(Asked asked) {
    int revision = db.sql("select revision from stories.agreement where id = :id").param("id", asked.id()).query(Integer.class).single();
    return table.revision(asked.story(), revision).orElseThrow();
  }

  /** What its teller said of the newest revision; nothing where nobody was asked. */
  public Optional<Asked> about(Story story) {
    if (story.teller() == null) return Optional.empty();
    return db.sql(COLUMNS + " where a.story_id = :story and a.revision = :revision and a.account_id = :person").param("story", story.id().value()).param("revision", story.newest())
        .param("person", story.teller().value()).query(Tellers::read).optional();
  }

  private static Asked read(ResultSet row, int number) throws SQLException {
    return new Asked(row.getLong("id"), new StoryId(row.getLong("story_id")), new AccountId(row.getLong("account_id")), StoryTable.instant(row, "asked_at"),
        StoryTable.instantOrNull(row, "agreed_at"), StoryTable.instantOrNull(row, "withdrawn_at"));
  }
}
