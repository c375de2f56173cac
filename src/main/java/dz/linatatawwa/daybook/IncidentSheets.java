package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.print.Flow;
import dz.linatatawwa.print.Paper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An incident on paper, as evidence for the insurer: the report, every addition with who wrote it and when, its papers by name and
 *  fingerprint, its pictures, and room for a signature. */
@Component
public class IncidentSheets {

  private static final double PICTURE = 90;

  private final Applicants applicants;
  private final Accounts accounts;
  private final IncidentPapers papers;
  private final Files files;
  private final Incidents incidents;
  private final Clock clock;

  IncidentSheets(Applicants applicants, Accounts accounts, IncidentPapers papers, Files files, Incidents incidents, Clock clock) {
    this.applicants = applicants;
    this.accounts = accounts;
    this.papers = papers;
    this.files = files;
    this.incidents = incidents;
    this.clock = clock;
  }

  /** A PDF in these words; that it was taken along is noted in the audit log.
   *  @param incident as somebody read it who may */
  public byte[] print(Incident incident, SignedIn reader, Words words) {
    Instant now = clock.instant();
    ShiftFacts facts = applicants.facts(incident.organization(), incident.shift()).orElseThrow();
    String title = words.text("daybook.incident.title", incident.name());
    Flow flow = Paper.of(words.language(), title, now).flow().title(title);
    flow.fact(words.text("daybook.incident.organization"), facts.organization(words));
    flow.fact(words.text("daybook.print.work"), facts.title());
    flow.fact(words.text("daybook.print.shift"), words.longDate(facts.startsAt()) + " · " + words.times(facts.startsAt(), facts.endsAt()));
    var names = accounts.names(incident.parts().stream().map(Incident.Part::by).distinct().toList());
    for (Incident.Part part : incident.parts()) {
      flow.heading(part.number() == 0 ? words.text("daybook.incident.report") : words.text("daybook.incident.addition", part.number()));
      part(flow, part.report(), words);
      flow.note(words.text("daybook.incident.writtenBy", names.getOrDefault(part.by(), words.text("daybook.somebody")), words.date(part.at()),
          words.time(part.at())));
    }
    attached(flow, papers.of(incident.id()), words);
    flow.room(40).heading(words.text("daybook.print.sign")).space(28);
    incidents.printed(incident, reader.id());
    return flow.bytes(words.text("daybook.print.by", reader.name(), words.date(now), words.time(now)));
  }

  private static void part(Flow flow, Report report, Words words) {
    if (report.happenedAt() != null) {
      flow.fact(words.text("daybook.incident.at"), words.longDate(report.happenedAt()) + " · " + words.time(report.happenedAt()));
    }
    fact(flow, words.text("daybook.incident.place"), report.place());
    for (String line : report.words().split("\n")) if (!line.isBlank()) flow.paragraph(line);
    if (report.hurt() != null) flow.fact(words.text("daybook.incident.hurt"), words.number(report.hurt()));
    if (report.help() != null) flow.fact(words.text("daybook.report.help"), words.text("daybook.help." + report.help().code()));
    fact(flow, words.text("daybook.incident.concerned"), report.concerned());
    fact(flow, words.text("daybook.report.measures"), report.measures().replace('\n', ' '));
    fact(flow, words.text("daybook.report.witnesses"), report.witnesses().stream()
        .map(witness -> witness.contact().isEmpty() ? witness.name() : witness.name() + " (" + witness.contact() + ")").collect(Collectors.joining(" · ")));
  }

  private static void fact(Flow flow, String name, String value) {
    if (!value.isEmpty()) flow.fact(name, value);
  }

  private void attached(Flow flow, List<StoredFile> attached, Words words) {
    if (attached.isEmpty()) return;
    flow.heading(words.text("daybook.papers"));
    for (StoredFile file : attached) {
      flow.note(file.name() + " · SHA-256 " + file.sha256().substring(0, 16));
      if (file.picture()) files.read(file.id()).ifPresent(bytes -> flow.picture(bytes, PICTURE, file.name()));
    }
  }
}
