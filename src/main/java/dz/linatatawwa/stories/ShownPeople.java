package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.supervision.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who can be recognised on pictures of stories, and whether they agree. Who has an account is asked; a minor's guardian agreed to pictures or did not
 *  ({@code volunteers.GuardianPurpose.PICTURES}); of others the media cell holds a paper or a message. */
@Service
public class ShownPeople {

  /** Version of the words that people agree to ({@code stories.asked.picture.text}). */
  static final int VERSION = 1;

  private static final String COLUMNS = """
      select s.id, s.file_id, p.story_id, s.account_id, coalesce(s.name, '') as name, s.named_at, s.agreed_at, s.withdrawn_at,
        stories.stands(s.account_id, s.agreed_at, s.withdrawn_at, :adults, false) as stands
      from stories.shown_person s join stories.picture p on p.file_id = s.file_id
      """;

  private final JdbcClient db;
  private final StoryTable table;
  private final Notices notices;
  private final Audit audit;
  private final PublicEye eye;
  private final Clock clock;

  ShownPeople(JdbcClient db, StoryTable table, Notices notices, Audit audit, PublicEye eye, Clock clock) {
    this.db = db;
    this.table = table;
    this.notices = notices;
    this.audit = audit;
    this.eye = eye;
    this.clock = clock;
  }

  /** Names somebody with an account, and asks them. @return false when they were named before, or the picture is none of this story */
  @Transactional
  public boolean name(AccountId by, Story story, FileId file, AccountId person) {
    Optional<Long> id = db.sql("""
        insert into stories.shown_person (file_id, account_id, version, named_by, named_at)
        select file_id, :person, :version, :by, :now from stories.picture where file_id = :file and story_id = :story and people and removed_at is null
        on conflict do nothing returning id
        """).param("person", person.value()).param("version", VERSION).param("by", by.value()).param("now", StoryTable.at(clock.instant())).param("file", file.value())
        .param("story", story.id().value()).query(Long.class).optional();
    id.ifPresent(one -> notices.tell(person, "story-picture", "stories.notice.picture.title", "stories.notice.picture.body", "/stories/asked", "story-picture:" + one,
        story.words().ar().title()));
    id.ifPresent(one -> eye.refresh());
    return id.isPresent();
  }

  /** Names somebody without an account, whose yes the cell holds. @param proof {@code paper} or {@code message} */
  @Transactional
  public boolean name(AccountId by, Story story, FileId file, String name, String proof) {
    int named = db.sql("""
        insert into stories.shown_person (file_id, name, proof, version, named_by, named_at, agreed_at)
        select file_id, :name, :proof, :version, :by, :now, :now from stories.picture where file_id = :file and story_id = :story and people and removed_at is null
        """).param("name", name).param("proof", proof).param("version", VERSION).param("by", by.value()).param("now", StoryTable.at(clock.instant())).param("file", file.value())
        .param("story", story.id().value()).update();
    if (named > 0) eye.refresh();
    return named > 0;
  }

  /** Names somebody who said yes already, when they sent the picture in. */
  void nameWhoAgreed(AccountId by, Story story, AccountId person, Instant when) {
    db.sql("""
        insert into stories.shown_person (file_id, account_id, version, named_by, named_at, agreed_at)
        select file_id, :person, :version, :by, :now, :when from stories.picture where story_id = :story and people and removed_at is null
        """).param("person", person.value()).param("version", VERSION).param("by", by.value()).param("now", StoryTable.at(clock.instant())).param("when", StoryTable.at(when))
        .param("story", story.id().value()).update();
  }

  /** Somebody without an account took their yes back: the picture is shown no longer. @return false when there is no such person on a picture of this story */
  @Transactional
  public boolean withdraw(AccountId by, StoryId story, long id) {
    int done = db.sql("""
        update stories.shown_person s set withdrawn_at = :now from stories.picture p
        where s.id = :id and p.file_id = s.file_id and p.story_id = :story and s.account_id is null and s.withdrawn_at is null
        """).param("now", StoryTable.at(clock.instant())).param("id", id).param("story", story.value()).update();
    if (done == 0) return false;
    audit.note(by, "story.person-withdrawn", "story", story.toString(), null, Map.of("person", id));
    eye.refresh();
    return true;
  }

  /** Answers for oneself, or anew. @return false when nobody asked this person under this number */
  @Transactional
  public boolean answer(AccountId person, long id, boolean yes) {
    int done = db.sql("""
        update stories.shown_person set agreed_at = case when :yes then cast(:now as timestamptz) else agreed_at end,
          withdrawn_at = case when :yes then null else cast(:now as timestamptz) end
        where id = :id and account_id = :person
        """).param("yes", yes).param("now", StoryTable.at(clock.instant())).param("id", id).param("person", person.value()).update();
    if (done > 0) eye.refresh();
    return done > 0;
  }

  /** Everybody on the pictures of a story. */
  public List<ShownPerson> of(StoryId story) {
    return db.sql(COLUMNS + "where p.story_id = :story and p.removed_at is null order by s.id limit 500").param("adults", table.adults()).param("story", story.value())
        .query(ShownPeople::read).list();
  }

  /** On which pictures this person was named, the newest first; at most fifty. */
  public List<ShownPerson> of(AccountId person) {
    return db.sql(COLUMNS + "where s.account_id = :person and p.removed_at is null order by s.id desc limit 50").param("adults", table.adults()).param("person", person.value())
        .query(ShownPeople::read).list();
  }

  private static ShownPerson read(ResultSet row, int number) throws SQLException {
    AccountId account = StoryTable.account(row, "account_id");
    Asked asked = new Asked(row.getLong("id"), new StoryId(row.getLong("story_id")), account == null ? new AccountId(Long.MAX_VALUE) : account, StoryTable.instant(row, "named_at"),
        StoryTable.instantOrNull(row, "agreed_at"), StoryTable.instantOrNull(row, "withdrawn_at"));
    return new ShownPerson(new FileId(row.getObject("file_id", UUID.class)), account, row.getString("name"), asked, row.getBoolean("stands"));
  }
}
