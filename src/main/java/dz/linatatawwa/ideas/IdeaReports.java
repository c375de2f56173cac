package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "This should not stand here": once by each person about each thing. It becomes a matter of the supervisors of the place, and what several people report is unseen until they
 *  have looked. */
@Service
public class IdeaReports {

  /** What may be wrong with a thing. */
  public static final List<String> CODES = List.of("insult", "contact", "minors", "untrue", "advertising", "picture", "other");

  static final String IDEA = "idea-report";
  static final String COMMENT = "idea-comment-report";
  private static final Duration TIME_TO_DECIDE = Duration.ofDays(2);

  private final JdbcClient db;
  private final IdeaTable table;
  private final CommentTable comments;
  private final Matters matters;
  private final IdeaSettings settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IdeaReports(JdbcClient db, IdeaTable table, CommentTable comments, Matters matters, IdeaSettings settings, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.table = table;
    this.comments = comments;
    this.matters = matters;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /** One report, as whoever decides reads it. */
  public record Report(String code, String words, Instant at) {}

  /** Reports an idea, or a comment on it; a second report of the same person changes nothing.
   *  @param comment null: the idea itself
   *  @return false when this person reported it before */
  @Transactional
  public boolean report(AccountId person, IdeaId id, @Nullable Long comment, String code, String words) {
    Idea idea = table.lock(id).filter(Idea::shown).orElseThrow(() -> new NotFound("idea " + id));
    if (comment != null && comments.find(comment).filter(one -> one.idea().equals(id) && one.seen()).isEmpty()) throw new NotFound("comment " + comment);
    if (!CODES.contains(code)) throw new IllegalArgumentException("not a reason: " + code);
    Instant now = clock.instant();
    int added = db.sql("""
        insert into ideas.report (idea_id, comment_id, account_id, code, words, at) values (:idea, :comment, :person, :code, :words, :now) on conflict do nothing
        """).param("idea", id.value()).param("comment", comment).param("person", person.value()).param("code", code).param("words", words.isEmpty() ? null : words)
        .param("now", IdeaTable.at(now)).update();
    if (added == 0) return false;
    matters.open(comment == null ? IDEA : COMMENT, comment == null ? id.value() : comment, Whereabouts.in(idea.told().kind() == IdeaKind.IMPROVEMENT ? null : idea.told().wilaya()),
        idea.told().title(), now.plus(TIME_TO_DECIDE));
    if (of(id, comment).size() >= settings.heldAt()) hold(id, comment, now);
    return true;
  }

  private void hold(IdeaId id, @Nullable Long comment, Instant now) {
    if (comment == null) table.held(id, now);
    else comments.held(comment, now);
    events.publishEvent(new PublicPagesChanged());
  }

  /** What was reported and not looked at yet, the oldest first; fifty at most. */
  List<Report> of(IdeaId id, @Nullable Long comment) {
    return db.sql("""
        select code, coalesce(words, '') as words, at from ideas.report
        where idea_id = :idea and coalesce(comment_id, 0) = :comment and settled_at is null order by id limit 50
        """).param("idea", id.value()).param("comment", comment == null ? 0 : comment)
        .query((row, n) -> new Report(row.getString("code"), row.getString("words"), IdeaTable.instant(row, "at"))).list();
  }

  /** Whether this person is one of those who reported it. */
  boolean by(AccountId person, IdeaId id, @Nullable Long comment) {
    return db.sql("""
        select exists (select from ideas.report
          where idea_id = :idea and coalesce(comment_id, 0) = :comment and account_id = :person and settled_at is null)
        """).param("idea", id.value()).param("comment", comment == null ? 0 : comment).param("person", person.value()).query(Boolean.class).single();
  }

  void settle(IdeaId id, @Nullable Long comment) {
    db.sql("update ideas.report set settled_at = :now where idea_id = :idea and coalesce(comment_id, 0) = :comment and settled_at is null")
        .param("idea", id.value()).param("comment", comment == null ? 0 : comment).param("now", IdeaTable.at(clock.instant())).update();
  }
}
