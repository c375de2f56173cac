package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.language.FirstName;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What the media cell does with testimonies that were sent in: makes a story of one, which it edits and publishes as any other, or declines it with a reason. */
@Service
public class SentDesk {

  /** So many in a list. */
  public static final int PAGE = 20;

  private final SentTable table;
  private final StoryTable stories;
  private final Tellers tellers;
  private final StoryPictures pictures;
  private final ShownPeople people;
  private final Accounts accounts;
  private final Volunteers volunteers;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  SentDesk(SentTable table, StoryTable stories, Tellers tellers, StoryPictures pictures, ShownPeople people, Accounts accounts, Volunteers volunteers, Notices notices, Audit audit,
      Clock clock) {
    this.table = table;
    this.stories = stories;
    this.tellers = tellers;
    this.pictures = pictures;
    this.people = people;
    this.accounts = accounts;
    this.volunteers = volunteers;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those that wait, the latest first, one more than a page. @param before only those with a smaller number */
  public List<SentTestimony> waiting(long before) {
    return table.waiting(before, PAGE + 1);
  }

  /** How many wait. */
  public int waiting() {
    return table.waiting();
  }

  public Optional<SentTestimony> find(long id) {
    return table.find(id);
  }

  /** What came of taking one. */
  public sealed interface Taking {
    /** A story was made of it. */
    record Done(StoryId story) implements Taking {}

    /** Somebody decided it before, or its author took it back. */
    record Late() implements Taking {}

    /** Its picture could not be kept. */
    record NoPicture(Kept.Refused why) implements Taking {}
  }

  /** Makes a story of it: a testimony of its author, in its language, not public yet. Words that stay as they were sent have their author's yes already; others are asked for anew.
   *  @param seen what is seen on its picture; null: the picture does not go along */
  @Transactional
  public Taking take(AccountId by, long id, StoryPictures.@Nullable About seen) {
    SentTestimony sent = table.lock(id).orElseThrow();
    if (!sent.waits()) return new Taking.Late();
    StoryId story = stories.insert(new StoryDraft(StoryKind.TESTIMONY, null, null, words(sent.draft())), by, clock.instant());
    stories.teller(story, sent.author());
    stories.named(story, sent.draft().whole() ? "whole" : "first");
    if (sent.draft().language() == Language.AR) tellers.agreed(story, sent.author(), sent.at());
    if (sent.file() != null && seen != null) {
      Optional<Kept.Refused> refused = pictures.copy(by, story, sent.file(), seen);
      if (refused.isPresent()) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Taking.NoPicture(refused.get());
      }
      if ("me".equals(sent.draft().shows())) people.nameWhoAgreed(by, stories.newest(story).orElseThrow(), sent.author(), sent.at());
    }
    table.taken(id, story, by, clock.instant());
    audit.note(by, "story.taken-up", "story", story.toString(), null, Map.of("sent", id));
    notices.tell(sent.author(), "story-taken", "stories.notice.taken.title", "stories.notice.taken.body", "/stories/asked", "story-taken:" + id, sent.draft().title());
    return new Taking.Done(story);
  }

  /** Arabic is there from the first; what is written in another language waits for its Arabic under its own title. */
  private static StoryWords words(SentDraft draft) {
    StoryText text = new StoryText(draft.title(), "", draft.body());
    return switch (draft.language()) {
      case AR, KAB -> new StoryWords(text, StoryText.NONE, StoryText.NONE);
      case FR -> new StoryWords(new StoryText(draft.title(), "", ""), text, StoryText.NONE);
      case EN -> new StoryWords(new StoryText(draft.title(), "", ""), StoryText.NONE, text);
    };
  }

  /** Declines it; its author reads why. @return false when somebody decided it before, or its author took it back */
  @Transactional
  public boolean decline(AccountId by, long id, String reason) {
    SentTestimony sent = table.lock(id).orElseThrow();
    if (!sent.waits()) return false;
    table.declined(id, reason, by, clock.instant());
    audit.note(by, "story.declined", "account", sent.author().toString(), reason, Map.of("sent", id));
    notices.tell(sent.author(), "story-declined", "stories.notice.declined.title", "stories.notice.declined.body", "/stories/asked", "story-declined:" + id, sent.draft().title(), reason);
    return true;
  }

  /** How the teller of a testimony is named beside it: as they chose, a minor by the first name; nothing where they are not. */
  public Optional<String> byline(Story story) {
    AccountId teller = story.teller();
    if (teller == null) return Optional.empty();
    Optional<String> named = stories.named(story.id());
    boolean minor = !volunteers.minors(Set.of(teller)).isEmpty();
    return named.flatMap(how -> Optional.ofNullable(accounts.names(List.of(teller)).get(teller)).map(name -> how.equals("first") || minor ? FirstName.of(name) : name));
  }
}
