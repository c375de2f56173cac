package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the media cell does with stories: writes, saves, publishes at an hour, takes back. Who belongs to the cell is {@link MediaCell}'s to say. */
@Service
public class StoryDesk {

  /** So many in a list. */
  public static final int PAGE = 20;

  private final StoryTable table;
  private final SentTable sent;
  private final Notices notices;
  private final Audit audit;
  private final PublicEye eye;
  private final Clock clock;

  StoryDesk(StoryTable table, SentTable sent, Notices notices, Audit audit, PublicEye eye, Clock clock) {
    this.table = table;
    this.sent = sent;
    this.notices = notices;
    this.audit = audit;
    this.eye = eye;
    this.clock = clock;
  }

  /** A story in the newest of its revisions. @throws NotFound where there is none */
  public Story find(StoryId id) {
    return table.newest(id).orElseThrow(() -> new NotFound("story " + id));
  }

  /** A story as it was saved under this number. */
  public Story find(StoryId id, int revision) {
    return table.revision(id, revision).orElseThrow(() -> new NotFound("story " + id + " revision " + revision));
  }

  /** All of them, the latest begun first, one more than a page. @param before only those with a smaller number */
  public List<Story> list(long before) {
    return table.all(before, PAGE + 1);
  }

  /** Every saving of a story, the newest first; at most a hundred. */
  public List<StoryRevision> revisions(StoryId id) {
    return table.revisions(id);
  }

  /** Begins a story, as a draft. */
  @Transactional
  public StoryId begin(AccountId by, StoryDraft draft) {
    return table.insert(draft, by, clock.instant());
  }

  /** Saves it as a new revision; what is public stays as it is. A story stays news or a testimony.
   *  @param was the revision from which its writer began */
  @Transactional
  public StorySaved save(AccountId by, StoryId id, StoryDraft draft, int was) {
    Story story = locked(id);
    if (story.newest() != was) return new StorySaved.Overtaken(story.newest());
    boolean same = story.words().equals(draft.words());
    int number = same ? was : was + 1;
    if (!same) table.revise(id, number, draft.words(), by, clock.instant());
    table.update(id, draft, number, clock.instant());
    if (story.live() != null) eye.refresh(id);
    return new StorySaved.Done(number);
  }

  /** Makes the words of an earlier revision the newest again. */
  @Transactional
  public int restore(AccountId by, StoryId id, int revision) {
    Story now = locked(id);
    Story then = find(id, revision);
    if (now.words().equals(then.words())) return now.newest();
    table.revise(id, now.newest() + 1, then.words(), by, clock.instant());
    table.update(id, new StoryDraft(now.kind(), now.wilaya(), now.field(), then.words()), now.newest() + 1, clock.instant());
    return now.newest() + 1;
  }

  /** What keeps the newest revision from being published at this moment, as message keys; empty: nothing. */
  public List<String> lacks(Story story, Instant when) {
    return StoryRules.lacks(story, agreed(story), when, clock.instant());
  }

  /** Publishes the newest revision: at once, or at an hour to come, and until then it is not shown. Newer words of what is shown keep its date.
   *  @param when an hour that has passed is now
   *  @return what keeps it from being published, as message keys; empty: it is done */
  @Transactional
  public List<String> publish(AccountId by, StoryId id, Instant when) {
    Story story = locked(id);
    Instant now = clock.instant();
    Instant from = when.isBefore(now) ? now : when;
    List<String> lacks = StoryRules.lacks(story, agreed(story), from, now);
    if (!lacks.isEmpty()) return lacks;
    table.publish(id, story.newest(), keepsDate(story, from, now) ? story.since() : from, now);
    note(by, "story.published", id, Map.of("revision", story.newest(), "from", from.toString()));
    sent.of(id).filter(one -> sent.told(one.id(), now)).ifPresent(one -> tell(one, id, from));
    return List.of();
  }

  /** Who sent it in hears once that it is, or will be, public. */
  private void tell(SentTestimony one, StoryId id, Instant from) {
    InWords day = words -> words.date(from);
    notices.tell(one.author(), "story-public", "stories.notice.public.title", "stories.notice.public.body", id.path(), "story-public:" + id, one.draft().title(), day);
  }

  private static boolean keepsDate(Story story, Instant from, Instant now) {
    return story.state(now) == StoryState.SHOWN && !from.isAfter(now);
  }

  /** Takes it back: nobody but the cell sees it. @return false when it was not (to be) shown */
  @Transactional
  public boolean takeBack(AccountId by, StoryId id) {
    Story story = locked(id);
    if (story.live() == null || story.takenBackAt() != null) return false;
    table.takenBack(id, clock.instant());
    note(by, "story.taken-back", id, Map.of());
    return true;
  }

  /** Shows it again as it was. @return false when it was not taken back */
  @Transactional
  public boolean bringBack(AccountId by, StoryId id) {
    Story story = locked(id);
    if (story.takenBackAt() == null || story.kind() == StoryKind.TESTIMONY && story.teller() == null) return false;
    table.takenBack(id, null);
    note(by, "story.brought-back", id, Map.of());
    return true;
  }

  /** Whether whoever tells it agrees to the newest revision, as far as it is a testimony. */
  private boolean agreed(Story story) {
    return table.toldAs(story.id(), story.newest());
  }

  private Story locked(StoryId id) {
    return table.lock(id).orElseThrow(() -> new NotFound("story " + id));
  }

  private void note(AccountId by, String deed, StoryId id, Map<String, ?> details) {
    audit.note(by, deed, "story", id.toString(), null, details);
    eye.refresh(id);
  }
}
