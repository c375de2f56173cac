package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Contestable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Ruling;
import dz.linatatawwa.supervision.Thing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decisions about reported things: those who answer for the thing may contest them. An organisation that was suspended itself contests its suspension. */
@Component
class ConcernRulings implements Contestable {

  static final String KIND = "report";

  private final ConcernTable concerns;
  private final Things things;
  private final ReportNews news;
  private final Clock clock;

  ConcernRulings(ConcernTable concerns, Things things, ReportNews news, Clock clock) {
    this.concerns = concerns;
    this.things = things;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "reports.ruling";
  }

  @Override
  public Optional<Ruling> ruling(long id) {
    return concerns.find(id).flatMap(this::ruling);
  }

  private Optional<Ruling> ruling(Concern concern) {
    Concern.Decision decision = concern.decision();
    if (decision == null || !decision.stands() || decision.ownerHidden() && Suspending.suspends(concern.thing())) return Optional.empty();
    String code = decision.code();
    return Optional.of(new Ruling(KIND, concern.id(), concern.title(), words -> words.text("reports.ending." + decision.ending().code())
        + (code == null ? "" : " · " + words.text("reports.why." + code)), decision.words(), decision.by(), decision.at(), concern.wilaya(), people(concern),
        "/reports/" + concern.id()));
  }

  private List<AccountId> people(Concern concern) {
    return things.find(concern.thing()).map(Reported::people).orElse(List.of());
  }

  @Override
  public boolean reverse(long id, AccountId by, String words) {
    Concern concern = concerns.lock(id);
    Concern.Decision decision = concern.decision();
    if (decision == null || !decision.stands()) return false;
    if (decision.hidden()) things.release(concern.thing(), by, words);
    Thing owner = Suspending.suspends(concern.thing()) ? concern.thing() : concern.owner();
    if (decision.ownerHidden() && owner != null) things.release(owner, by, words);
    concerns.released(id, by, clock.instant());
    news.after(concern, "reversed", people(concern), words);
    return true;
  }
}
