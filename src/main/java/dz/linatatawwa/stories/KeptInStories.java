package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInStories implements KeptOfPerson {

  private static final String TITLE = "(select r.title_ar from stories.story s join stories.revision r on r.story_id = s.id and r.number = s.newest where s.id = t.story_id) as title";
  private static final String PICTURE = """
      (select r.title_ar from stories.picture p join stories.story s on s.id = p.story_id join stories.revision r on r.story_id = s.id and r.number = s.newest
       where p.file_id = t.file_id) as title""";

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("stories.editor", Purpose.OFFICE).person("account_id").staff("granted_by", "ended_by").shows("granted_at", "until_day", "ended_at"),
        Kept.of("stories.story", Purpose.STORIES).person("teller_id").staff("made_by").shows("kind", "publish_at", "taken_back_at").byRoom(),
        Kept.of("stories.revision", Purpose.STORIES).whose("t.story_id in (select s.id from stories.story s where s.teller_id = :person)").staff("written_by")
            .shows("title_ar", "body_ar", "title_fr", "body_fr", "title_en", "body_en", "written_at").byRoom(),
        Kept.of("stories.agreement", Purpose.STORIES).person("account_id").staff("asked_by").shows(TITLE, "version", "asked_at", "agreed_at", "withdrawn_at").byRoom(),
        Kept.of("stories.shown_person", Purpose.STORIES).person("account_id").staff("named_by").names("name").shows(PICTURE, "version", "named_at", "agreed_at", "withdrawn_at").byRoom(),
        Kept.of("stories.sent", Purpose.STORIES).person("author_id").staff("decided_by").names("people")
            .shows("title", "body", "language", "named", "shows", "people", "sent_at", "decided_at", "reason", "withdrawn_at").byRoom(),
        Kept.of("stories.picture", Purpose.STORIES).staff("added_by"));
  }
}
