package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterView;
import org.springframework.stereotype.Component;

/** A reported idea, as a supervisor sees it. */
@Component
class ReportedIdeas implements MatterView {

  private final IdeaTable table;
  private final IdeaReportCase cases;
  private final IdeaReports reports;

  ReportedIdeas(IdeaTable table, IdeaReportCase cases, IdeaReports reports) {
    this.table = table;
    this.cases = cases;
    this.reports = reports;
  }

  @Override
  public String kind() {
    return IdeaReports.IDEA;
  }

  @Override
  public String nameKey() {
    return "ideas.matter.idea";
  }

  @Override
  public String objectKind() {
    return "idea";
  }

  /** Its author, and whoever reported it. */
  @Override
  public boolean concerns(Matter matter, AccountId person) {
    Idea idea = table.find(new IdeaId(matter.subjectId())).orElseThrow();
    return idea.by(person) || reports.by(person, idea.id(), null);
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Idea idea = table.find(new IdeaId(matter.subjectId())).orElseThrow();
    return cases.of(idea, null, idea.told().about(), words);
  }
}
