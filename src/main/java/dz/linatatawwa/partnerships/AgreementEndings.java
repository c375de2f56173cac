package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of agreements: reminders before it to both sides, a task for the supervisors, and the news of it once. */
@Component
class AgreementEndings {

  private final AgreementTable table;
  private final AgreementDeeds deeds;
  private final PartnerTable partners;
  private final PartnershipSettings settings;
  private final Matters matters;
  private final Territories territories;
  private final Notices notices;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AgreementEndings(AgreementTable table, AgreementDeeds deeds, PartnerTable partners, PartnershipSettings settings, Matters matters, Territories territories,
      Notices notices, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.deeds = deeds;
    this.partners = partners;
    this.settings = settings;
    this.matters = matters;
    this.territories = territories;
    this.notices = notices;
    this.events = events;
    this.clock = clock;
  }

  /** Who grants never waits for this: the day itself decides ({@code partnerships.active_agreement}). This only tells. */
  @Transactional
  public void run() {
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    for (Agreement agreement : table.ending(true, List.of(), today, settings.firstReminder())) remind(agreement, today);
    for (AgreementId id : deeds.end(today, clock.instant())) tellEnd(table.find(id, today).orElseThrow());
  }

  /** Both sides hear of a termination; where it holds from today, the rooms above too, in the same transaction. */
  void terminated(Agreement agreement, LocalDate from, String reason) {
    InWords day = words -> words.date(from);
    notices.tellAll(people(agreement), "agreement-ended", "partnerships.notice.terminated.title", "partnerships.notice.terminated.body",
        "/agreements/" + agreement.id(), null, title(agreement), day, reason);
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    for (AgreementId id : deeds.end(today, clock.instant())) tellEnd(table.find(id, today).orElseThrow());
  }

  private void remind(Agreement agreement, LocalDate today) {
    int nearest = settings.reminders().stream().filter(days -> !today.plusDays(days).isBefore(agreement.lastDay())).findFirst().orElseThrow();
    InWords day = words -> words.date(agreement.lastDay());
    List<AccountId> told = new ArrayList<>(people(agreement));
    Partner partner = partners.find(agreement.partner()).orElseThrow();
    told.addAll(territories.supervisors(Whereabouts.in(partner.wilaya())));
    if (told.isEmpty()) told.addAll(territories.supervisors(Whereabouts.in(null)));
    notices.tellAll(told, "agreement-ends", "partnerships.notice.ends.title", "partnerships.notice.ends.body", "/agreements/" + agreement.id(),
        "agreement-ends:" + agreement.id() + ":" + nearest, title(agreement), day, partner.names());
    if (deeds.renewalAsked(agreement.id(), clock.instant())) {
      matters.open(Agreements.RENEWAL, agreement.id().value(), Whereabouts.in(partner.wilaya()), partner.nameAr(),
          agreement.lastDay().atStartOfDay(Words.ZONE).toInstant());
    }
  }

  private void tellEnd(Agreement agreement) {
    Set<PartnerId> parties = table.parties(agreement.id());
    events.publishEvent(new AgreementEnded(agreement.id(), parties, agreement.promises().keySet(), agreement.lastDay(),
        agreement.state() == AgreementState.TERMINATED));
    if (agreement.state() == AgreementState.TERMINATED) return;
    InWords day = words -> words.date(agreement.lastDay());
    notices.tellAll(people(agreement), "agreement-ended", "partnerships.notice.expired.title", "partnerships.notice.expired.body",
        "/agreements/" + agreement.id(), "agreement-expired:" + agreement.id(), title(agreement), day);
  }

  private List<AccountId> people(Agreement agreement) {
    return table.parties(agreement.id()).stream().flatMap(party -> partners.managers(party).stream()).distinct().toList();
  }

  static LocalName title(Agreement agreement) {
    return new LocalName(agreement.titleAr(), agreement.titleFr(), null);
  }
}
