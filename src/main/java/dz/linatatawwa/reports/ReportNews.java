package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.supervision.MatterDecided;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people are told about reports: those who answer for the thing learn what was decided, those who reported it that it was; neither learns of the other. */
@Component
class ReportNews {

  private final Notices notices;
  private final Things things;

  ReportNews(Notices notices, Things things) {
    this.notices = notices;
    this.things = things;
  }

  void decided(Concern concern, Ending ending, MatterDecided decision, List<AccountId> people, List<AccountId> reporters) {
    InWords what = words -> words.text(things.nameKey(concern.thing()));
    InWords why = words -> decision.reasonCode() == null ? "" : words.text("reports.why." + decision.reasonCode());
    if (ending.harsh()) {
      notices.tellAll(people, "report-decision", "reports.notice." + ending.code() + ".title", "reports.notice." + ending.code() + ".body",
          "/reports/" + concern.id(), "report-" + concern.id(), concern.title(), what, why, text(decision.reason()));
    }
    String told = ending.harsh() ? "acted" : "left";
    notices.tellAll(reporters, "report-answer", "reports.notice." + told + ".title", "reports.notice." + told + ".body",
        "/reports/mine", "reported-" + concern.id(), concern.title(), what, why, ending.harsh() ? "" : text(decision.reason()));
  }

  /** @param what {@code released}, {@code kept} or {@code reversed} */
  void after(Concern concern, String what, List<AccountId> people, String words) {
    InWords kind = told -> told.text(things.nameKey(concern.thing()));
    notices.tellAll(people, "report-decision", "reports.notice." + what + ".title", "reports.notice." + what + ".body", "/reports/" + concern.id(), null,
        concern.title(), kind, words);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
