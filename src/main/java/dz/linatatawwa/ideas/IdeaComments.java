package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say of ideas: one level of answers, a quarter of an hour to mend the words, and no way to be reached in them. */
@Service
public class IdeaComments {

  /** So long may one be. */
  public static final int LONGEST = 1500;

  private final CommentTable table;
  private final IdeaTable ideas;
  private final IdeaNews news;
  private final IdeaSettings settings;
  private final Clock clock;

  IdeaComments(CommentTable table, IdeaTable ideas, IdeaNews news, IdeaSettings settings, Clock clock) {
    this.table = table;
    this.ideas = ideas;
    this.news = news;
    this.settings = settings;
    this.clock = clock;
  }

  /** A page of them, the oldest first, answers behind what they answer. @param page from 1 */
  public Slice<Comment> of(IdeaId idea, int page) {
    return table.of(idea, page);
  }

  /** Where a comment is read: the page of its idea, at its place. */
  public String path(IdeaId idea, long comment) {
    int page = table.pageOf(idea, comment);
    return idea.path() + (page == 1 ? "" : "?page=" + page) + "#comment-" + comment;
  }

  /** Says something. Sent twice it is said once.
   *  @param parent what it answers: an answer to an answer stands beside that one */
  @Transactional
  public Said say(AccountId person, IdeaId id, @Nullable Long parent, String typed) {
    Idea idea = shown(id);
    String words = Typed.text(typed);
    Optional<Said.Unfit> fault = fault(words, typed);
    if (fault.isPresent()) return fault.get();
    Comment answered = parent == null ? null : table.find(parent).filter(comment -> comment.idea().equals(id) && comment.seen()).orElseThrow(() -> new NotFound("comment " + parent));
    Optional<Long> same = table.same(id, person, words);
    if (same.isPresent()) return new Said.Done(same.get());
    Instant now = clock.instant();
    if (table.saidSince(person, now.minus(Duration.ofDays(1))) >= settings.commentsADay()) return new Said.Unfit("ideas.problem.comments", settings.commentsADay());
    Long under = answered == null ? null : answered.parent() == null ? Long.valueOf(answered.id()) : answered.parent();
    Optional<Long> made = table.insert(id, under, person, words, now);
    if (made.isEmpty()) return new Said.Done(table.same(id, person, words).orElseThrow());
    news.said(idea, person, answered, made.get(), now);
    return new Said.Done(made.get());
  }

  /** Puts other words in the place of one's own. */
  @Transactional
  public Said edit(AccountId person, IdeaId idea, long id, String typed) {
    own(person, idea, id);
    String words = Typed.text(typed);
    Optional<Said.Unfit> fault = fault(words, typed);
    if (fault.isPresent()) return fault.get();
    if (table.same(idea, person, words).filter(same -> same != id).isPresent()) return new Said.Unfit("ideas.problem.said", 0);
    return table.edit(id, person, words, clock.instant()) ? new Said.Done(id) : new Said.TooLate();
  }

  /** Takes one's own words away; answers to them stay. @return false when they are gone already */
  @Transactional
  public boolean remove(AccountId person, IdeaId idea, long id) {
    own(person, idea, id);
    return table.remove(id, "author", null, clock.instant());
  }

  /** One's own comment.
   *  @throws NotFound for everybody else, and for what is not seen any more */
  public Comment own(AccountId person, IdeaId idea, long id) {
    shown(idea);
    return table.find(id).filter(comment -> comment.idea().equals(idea) && comment.by(person) && comment.seen())
        .orElseThrow(() -> new NotFound("comment " + id + " is foreign to " + person));
  }

  /** A comment that everybody sees. */
  public Comment seen(IdeaId idea, long id) {
    shown(idea);
    return table.find(id).filter(comment -> comment.idea().equals(idea) && comment.seen()).orElseThrow(() -> new NotFound("comment " + id));
  }

  private Idea shown(IdeaId id) {
    return ideas.find(id).filter(Idea::shown).orElseThrow(() -> new NotFound("idea " + id));
  }

  private static Optional<Said.Unfit> fault(String words, String typed) {
    if (words.length() < 2) return Optional.of(new Said.Unfit("site.problem.required", 0));
    if (words.length() > LONGEST) return Optional.of(new Said.Unfit("site.problem.tooLong", LONGEST));
    if (Typed.deceives(typed)) return Optional.of(new Said.Unfit("site.problem.characters", 0));
    return ContactWords.in(words) ? Optional.of(new Said.Unfit("ideas.problem.contact", 0)) : Optional.empty();
  }
}
