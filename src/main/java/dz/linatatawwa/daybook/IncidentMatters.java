package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Serious incidents before the supervisors of the wilaya: what they see, and what they may say to it. */
@Component
class IncidentMatters implements MatterView {

  private static final String KIND = "incident-serious";
  private static final String NOTED = "noted";
  private static final String ADVISED = "advised";
  private static final Duration TIME_TO_LOOK = Duration.ofDays(2);

  private final IncidentTable table;
  private final Matters matters;
  private final Territories territories;
  private final Organizations organizations;
  private final Notices notices;
  private final Clock clock;

  IncidentMatters(IncidentTable table, Matters matters, Territories territories, Organizations organizations,
      Notices notices, Clock clock) {
    this.table = table;
    this.matters = matters;
    this.territories = territories;
    this.organizations = organizations;
    this.notices = notices;
    this.clock = clock;
  }

  void open(Incident incident) {
    matters.open(KIND, incident.id().value(), where(incident), organization(incident).profile().nameAr(), clock.instant().plus(TIME_TO_LOOK));
  }

  /** Whether this person supervises the place of an incident that the supervisors were told of. */
  boolean watches(AccountId person, Incident incident) {
    return incident.serious() && territories.covers(person, where(incident));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "daybook.matter";
  }

  @Override
  public String objectKind() {
    return "incident";
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return organizations.role(person, incident(matter.subjectId()).organization()).isPresent();
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Incident incident = incident(matter.subjectId());
    Report report = incident.first().report();
    List<MatterCase.Fact> facts = new ArrayList<>();
    facts.add(new MatterCase.Fact(words.text("daybook.incident.organization"), organization(incident).name(words.language())));
    facts.add(new MatterCase.Fact(words.text("daybook.incident.at"), words.longDate(incident.happenedAt()) + " · " + words.time(incident.happenedAt())));
    facts.add(new MatterCase.Fact(words.text("daybook.incident.place"), report.place().isEmpty() ? "—" : report.place()));
    facts.add(new MatterCase.Fact(words.text("daybook.incident.words"), report.words()));
    Integer hurt = hurt(incident);
    if (hurt != null) facts.add(new MatterCase.Fact(words.text("daybook.incident.hurt"), words.number(hurt)));
    return new MatterCase(words.text("daybook.incident.title", incident.name()), facts, List.of(), List.of(),
        "/organizations/" + incident.organization() + "/desk/incidents/" + incident.id(), List.of(
            new MatterCase.Choice(NOTED, words.text("daybook.matter.noted"), false, List.of(), false),
            new MatterCase.Choice(ADVISED, words.text("daybook.matter.advised"), false, List.of(), true)));
  }

  /** What the supervisor said reaches those who run the organisation. */
  @EventListener
  void tell(MatterDecided decided) {
    if (!decided.kind().equals(KIND)) return;
    Incident incident = incident(decided.subjectId());
    String said = decided.reason() == null ? "" : decided.reason();
    notices.tellAll(organizations.coordinators(incident.organization()), "incident-read", "daybook.notice.read.title",
        said.isEmpty() ? "daybook.notice.read.body" : "daybook.notice.read.said", "/organizations/" + incident.organization() + "/desk/incidents/" + incident.id(),
        "incident-read-" + incident.id(), incident.name(), said);
  }

  private static @Nullable Integer hurt(Incident incident) {
    return incident.parts().reversed().stream().map(part -> part.report().hurt()).filter(java.util.Objects::nonNull).findFirst().orElse(null);
  }

  /** Where it happened; of what is no place, where the organisation is at home. */
  private Whereabouts where(Incident incident) {
    return table.where(incident.shift()).orElseGet(() -> organization(incident).whereabouts());
  }

  private Incident incident(long id) {
    return table.find(new IncidentId(id)).orElseThrow(() -> new IllegalStateException("no incident " + id));
  }

  private Organization organization(Incident incident) {
    return organizations.find(incident.organization()).orElseThrow();
  }
}
