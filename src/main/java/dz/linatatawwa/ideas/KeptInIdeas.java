package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInIdeas implements KeptOfPerson {

  private static final String TITLE = "(select i.title from ideas.idea i where i.id = t.idea_id) as title";

  private final IdeaPictures pictures;
  private final GuestIdeas drafts;

  KeptInIdeas(IdeaPictures pictures, GuestIdeas drafts) {
    this.pictures = pictures;
    this.drafts = drafts;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("ideas.idea", Purpose.IDEAS).person("author_id").shows("kind", "title", "about", "state", "made_at").byRoom(),
        Kept.of("ideas.comment", Purpose.IDEAS).person("author_id").shows(TITLE, "words", "at").byRoom(),
        Kept.of("ideas.picture", Purpose.IDEAS).person("added_by").shows("alt", "added_at").byRoom(),
        Kept.of("ideas.support", Purpose.IDEAS).person("account_id").shows(TITLE, "at").gone(),
        Kept.of("ideas.follower", Purpose.IDEAS).person("account_id").shows(TITLE, "at").gone(),
        Kept.of("ideas.report", Purpose.FAIRNESS).person("account_id").shows(TITLE, "code", "words", "at").empties("words"),
        Kept.of("ideas.step", Purpose.POWER).staff("by_id"),
        Kept.of("ideas.adoption", Purpose.OFFICE).staff("by_id", "ended_by"),
        Kept.of("supervision.audit", Purpose.FAIRNESS)
            .whose("t.object_kind = 'idea' and t.object_id in (select cast(i.id as text) from ideas.idea i where i.author_id = :person)")
            .staff("actor").shows("at", "deed", "reason").codes("deed", "object_kind", "object_id", "reason", "details", "network"),
        Kept.of("supervision.matter", Purpose.POWER)
            .whose("t.kind = 'idea-report' and t.subject_id in (select i.id from ideas.idea i where i.author_id = :person)")
            .staff("claimed_by", "decided_by").shows("summary", "opened_at", "decided_at", "decision", "reason").codes("kind", "decision", "reason_code")
            .empties("summary = '—'", "reason"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("idea-drafts", 2, 1, 30, before -> drafts.forgetBefore(before, Retention.BATCH)),
        Retention.of("idea-pictures", 2, 1, 30, before -> pictures.removeWaiting(before, Retention.BATCH)));
  }
}
