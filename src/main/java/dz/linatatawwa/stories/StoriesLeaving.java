package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.volunteers.GuardianConsentWithdrawn;
import dz.linatatawwa.volunteers.GuardianPurpose;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of stories when somebody leaves: their testimonies are emptied, what they sent in is deleted, the pictures that show them are taken away, their power ends. A guardian's no is seen by every
 *  question at once; here only pages that are kept for some seconds are forgotten. */
@Component
class StoriesLeaving {

  private final JdbcClient db;
  private final StoryPictures pictures;
  private final SentTable sent;
  private final PublicEye eye;
  private final Clock clock;

  StoriesLeaving(JdbcClient db, StoryPictures pictures, SentTable sent, PublicEye eye, Clock clock) {
    this.db = db;
    this.pictures = pictures;
    this.sent = sent;
    this.eye = eye;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  void left(AccountClosed closed) {
    AccountId person = closed.account();
    OffsetDateTime now = StoryTable.at(clock.instant());
    testimonies(person).forEach(story -> empty(story, now));
    picturesOf(person).forEach(one -> pictures.remove(new StoryId(one.getValue()), new FileId(one.getKey())));
    sent.forget(person);
    db.sql("delete from stories.agreement where account_id = :person").param("person", person.value()).update();
    db.sql("delete from stories.shown_person where account_id = :person").param("person", person.value()).update();
    db.sql("update stories.editor set ended_at = :now where account_id = :person and ended_at is null").param("now", now).param("person", person.value()).update();
    eye.refresh();
  }

  @EventListener
  void withdrawn(GuardianConsentWithdrawn withdrawn) {
    if (!withdrawn.isAbout(GuardianPurpose.PICTURES)) return;
    testimonies(withdrawn.minor()).forEach(eye::refresh);
    eye.refresh();
  }

  private List<StoryId> testimonies(AccountId person) {
    return db.sql("select id from stories.story where teller_id = :person").param("person", person.value()).query(Long.class).list().stream().map(StoryId::new).toList();
  }

  private void empty(StoryId story, OffsetDateTime now) {
    db.sql("select file_id from stories.picture where story_id = :story and removed_at is null").param("story", story.value()).query(UUID.class).list()
        .forEach(file -> pictures.remove(story, new FileId(file)));
    db.sql("""
        update stories.revision set title_ar = '———', summary_ar = '', body_ar = '', title_fr = '', summary_fr = '', body_fr = '', title_en = '', summary_en = '', body_en = ''
        where story_id = :story
        """).param("story", story.value()).update();
    db.sql("update stories.story set teller_id = null, taken_back_at = coalesce(taken_back_at, :now) where id = :story").param("now", now).param("story", story.value()).update();
    eye.refresh(story);
  }

  private List<Map.Entry<UUID, Long>> picturesOf(AccountId person) {
    return db.sql("""
        select p.file_id, p.story_id from stories.picture p join stories.shown_person s on s.file_id = p.file_id where s.account_id = :person and p.removed_at is null
        """).param("person", person.value()).query((row, n) -> Map.entry(row.getObject("file_id", UUID.class), row.getLong("story_id"))).list();
  }
}
