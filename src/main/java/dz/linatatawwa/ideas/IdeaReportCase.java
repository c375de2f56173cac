package dz.linatatawwa.ideas;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.MatterCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a supervisor reads of something reported: what it says, and what was said against it; who said so is not shown. */
@Component
class IdeaReportCase {

  static final String LEFT = "left";
  static final String REMOVED = "removed";

  private final IdeaReports reports;
  private final IdeaPictures pictures;

  IdeaReportCase(IdeaReports reports, IdeaPictures pictures) {
    this.reports = reports;
    this.pictures = pictures;
  }

  /** @param comment null: the idea itself
   *  @param said    its words */
  MatterCase of(Idea idea, @Nullable Long comment, String said, Words words) {
    List<MatterCase.Fact> facts = new ArrayList<>();
    facts.add(new MatterCase.Fact(words.text("ideas.kind"), words.text("ideas.kind." + idea.told().kind().code())));
    if (!said.isEmpty()) facts.add(new MatterCase.Fact(words.text(comment == null ? "ideas.about" : "ideas.comment"), said));
    for (IdeaReports.Report report : reports.of(idea.id(), comment)) {
      facts.add(new MatterCase.Fact(words.text("ideas.report." + report.code()) + " · " + words.date(report.at()), report.words().isEmpty() ? "—" : report.words()));
    }
    List<MatterCase.Paper> papers = comment != null ? List.of()
        : pictures.of(idea.id()).stream().map(picture -> new MatterCase.Paper(picture.alt(), picture.file().address())).toList();
    return new MatterCase(idea.told().title(), facts, papers, List.of(), idea.shown() ? idea.id().path() : null, choices(words));
  }

  private static List<MatterCase.Choice> choices(Words words) {
    List<MatterCase.Reason> reasons = IdeaReports.CODES.stream().map(code -> new MatterCase.Reason(code, words.text("ideas.report." + code))).toList();
    return List.of(new MatterCase.Choice(LEFT, words.text("ideas.choice.left"), false, List.of(), false),
        new MatterCase.Choice(REMOVED, words.text("ideas.choice.removed"), true, reasons, true));
  }
}
