package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.MatterDecided;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a supervisor's decision makes of something reported: it is seen again, or taken away and its author told why. */
@Component
class IdeaReportDecisions {

  private final IdeaTable table;
  private final CommentTable comments;
  private final IdeaReports reports;
  private final Adoptions adoptions;
  private final IdeaNews news;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  IdeaReportDecisions(IdeaTable table, CommentTable comments, IdeaReports reports, Adoptions adoptions, IdeaNews news, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.comments = comments;
    this.reports = reports;
    this.adoptions = adoptions;
    this.news = news;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** In the transaction of the decision. */
  @EventListener
  void decided(MatterDecided decided) {
    if (decided.kind().equals(IdeaReports.IDEA)) idea(new IdeaId(decided.subjectId()), decided);
    else if (decided.kind().equals(IdeaReports.COMMENT)) comment(decided.subjectId(), decided);
    else return;
    events.publishEvent(new PublicPagesChanged());
  }

  private void idea(IdeaId id, MatterDecided decided) {
    Idea idea = table.lock(id).orElseThrow();
    if (decided.decision().equals(IdeaReportCase.LEFT)) table.held(id, null);
    else {
      table.removed(id, reason(decided), clock.instant());
      adoptions.endFor(idea, decided.by());
      removed(idea.author(), idea, "removed", decided, "idea-removed:" + id);
    }
    reports.settle(id, null);
    audit.note(decided.by(), "idea." + decided.decision(), "idea", id.value(), decided.reason());
  }

  private void comment(long id, MatterDecided decided) {
    Comment comment = comments.find(id).orElseThrow();
    Idea idea = table.find(comment.idea()).orElseThrow();
    if (decided.decision().equals(IdeaReportCase.LEFT)) comments.held(id, null);
    else if (comments.remove(id, "office", reason(decided), clock.instant())) removed(comment.author(), idea, "commentRemoved", decided, "idea-comment-removed:" + id);
    reports.settle(idea.id(), id);
    audit.note(decided.by(), "idea-comment." + decided.decision(), "idea-comment", id, decided.reason());
  }

  private void removed(@Nullable AccountId author, Idea idea, String what, MatterDecided decided, String once) {
    news.removed(author, idea, what, reason(decided), decided.reason() == null ? "" : decided.reason(), once);
  }

  private static String reason(MatterDecided decided) {
    return decided.reasonCode() == null ? "other" : decided.reasonCode();
  }
}
