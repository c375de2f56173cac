package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterView;
import org.springframework.stereotype.Component;

/** A reported comment, as a supervisor sees it. */
@Component
class ReportedComments implements MatterView {

  private final IdeaTable table;
  private final CommentTable comments;
  private final IdeaReportCase cases;
  private final IdeaReports reports;

  ReportedComments(IdeaTable table, CommentTable comments, IdeaReportCase cases, IdeaReports reports) {
    this.table = table;
    this.comments = comments;
    this.cases = cases;
    this.reports = reports;
  }

  @Override
  public String kind() {
    return IdeaReports.COMMENT;
  }

  @Override
  public String nameKey() {
    return "ideas.matter.comment";
  }

  @Override
  public String objectKind() {
    return "idea-comment";
  }

  /** Its author, and whoever reported it. */
  @Override
  public boolean concerns(Matter matter, AccountId person) {
    Comment comment = comments.find(matter.subjectId()).orElseThrow();
    return comment.by(person) || reports.by(person, comment.idea(), comment.id());
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Comment comment = comments.find(matter.subjectId()).orElseThrow();
    return cases.of(table.find(comment.idea()).orElseThrow(), comment.id(), comments.words(comment.id()), words);
  }
}
