package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.notices.SignedLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What people are told about their applications, in their own language, with the deed's transaction. */
@Component
class Tidings {

  /** A change so shortly before the shift cannot wait for the morning, nor for a digest. */
  private static final Duration SOON = Duration.ofHours(24);

  private final Notices notices;
  private final SignedLinks links;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Tidings(Notices notices, SignedLinks links, ApplicationEventPublisher events, Clock clock) {
    this.notices = notices;
    this.links = links;
    this.events = events;
    this.clock = clock;
  }

  void placed(ApplicationId id, AccountId volunteer, ShiftFacts facts) {
    about(id, volunteer, facts, "placed", words -> "");
    events.publishEvent(new ApplicationAccepted(id, facts.id(), volunteer));
  }

  void waits(ApplicationId id, AccountId volunteer, ShiftFacts facts, int position) {
    about(id, volunteer, facts, "waiting", words -> words.number(position));
  }

  void asked(ApplicationId id, AccountId volunteer, ShiftFacts facts) {
    about(id, volunteer, facts, "pending", words -> "");
  }

  void offered(ApplicationId id, AccountId volunteer, ShiftFacts facts, Instant ends) {
    about(id, volunteer, facts, "offered", words -> words.longDate(ends) + " " + words.time(ends));
  }

  void declined(ApplicationId id, AccountId volunteer, ShiftFacts facts, DeclineReason reason, String said) {
    about(id, volunteer, facts, "declined",
        words -> words.text("participation.decline." + reason.code()) + (said.isEmpty() ? "" : " — " + said));
  }

  /** @param what the last part of the kind: {@code reminder}, {@code cancelled}, {@code offer-lapsed} … with words of the same name
   *  @param more what else is said */
  void about(ApplicationId id, AccountId volunteer, ShiftFacts facts, String what, InWords more) {
    tell(volunteer, what, facts, "/commitments", what + "-" + id, more);
  }

  /** The evening before: asks whether the person still comes, by a link that needs no sign-in. */
  void reminded(ApplicationId id, AccountId volunteer, ShiftFacts facts) {
    tell(volunteer, "reminder", facts, Coming.path(links, id), "reminder-" + id, words -> "");
  }

  /** @param what codes with words in {@code opportunities.changed.<code>}
   *  @param once names this change */
  void changed(ApplicationId id, AccountId volunteer, ShiftFacts facts, Set<String> what, String once) {
    tell(volunteer, "changed", facts, what.contains("withheld") ? "/commitments" : "/opportunities/" + facts.opportunityId(), once + "-" + id, words -> what.stream().sorted()
        .map(code -> "opportunities.changed." + code).filter(words::has).map(words::text).collect(Collectors.joining(" · ")));
  }

  /** An invitation to fill a hole leads to the form, not to the commitments. */
  void invited(AccountId volunteer, ShiftFacts facts) {
    tell(volunteer, "invited", facts, "/opportunities/" + facts.opportunityId() + "/apply?shift=" + facts.shiftId(),
        "invited-" + facts.shiftId() + "-" + volunteer, words -> "");
  }

  /** Tells somebody of the organisation, or a supervisor, that applications wait. */
  void overdue(AccountId person, ShiftFacts facts, long applications, String link, String onceKey) {
    notices.tell(person, "application-overdue", "participation.notice.overdue.title", "participation.notice.overdue.body", link, onceKey,
        facts.title(), applications, organization(facts));
  }

  private void tell(AccountId volunteer, String what, ShiftFacts facts, String link, String onceKey, InWords more) {
    InWords day = words -> words.longDate(facts.startsAt());
    InWords times = words -> words.times(facts.startsAt(), facts.endsAt());
    Object[] arguments = {facts.title(), day, times, organization(facts), more, facts.address()};
    String words = "participation.notice." + what;
    if (presses(what, facts)) notices.tellUrgently(volunteer, "application-" + what, words + ".title", words + ".body", link, onceKey, arguments);
    else notices.tell(volunteer, "application-" + what, words + ".title", words + ".body", link, onceKey, arguments);
  }

  private boolean presses(String what, ShiftFacts facts) {
    boolean changes = what.equals("cancelled") || what.equals("changed");
    return changes && facts.startsAt().isBefore(clock.instant().plus(SOON)) && facts.startsAt().isAfter(clock.instant());
  }

  private static InWords organization(ShiftFacts facts) {
    return words -> facts.organization(words);
  }
}
