package dz.linatatawwa.hooks;

import dz.linatatawwa.attendance.AttendanceChanged;
import dz.linatatawwa.attendance.AttendanceClosed;
import dz.linatatawwa.hours.HoursAttested;
import dz.linatatawwa.hours.HoursReversed;
import dz.linatatawwa.opportunities.OpportunityCancelled;
import dz.linatatawwa.opportunities.OpportunityChanged;
import dz.linatatawwa.opportunities.OpportunityClosed;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.OpportunityPublished;
import dz.linatatawwa.opportunities.ShiftCancelled;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.partnerships.AgreementEnded;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hears what rooms below say happened, inside the transaction in which it does: what is noted here stands or falls with the deed. Applications and signatures the database notes itself. */
@Component
class HeardFacts {

  private final OutboxTable outbox;
  private final HookSources sources;
  private final HookBell bell;
  private final JsonMapper json;

  HeardFacts(OutboxTable outbox, HookSources sources, HookBell bell, JsonMapper json) {
    this.outbox = outbox;
    this.sources = sources;
    this.bell = bell;
    this.json = json;
  }

  @EventListener
  void published(OpportunityPublished fact) {
    about(HookKind.OPPORTUNITY_PUBLISHED, fact.id(), null, List.of());
  }

  @EventListener
  void changed(OpportunityChanged fact) {
    about(HookKind.OPPORTUNITY_CHANGED, fact.id(), fact.shift(), List.copyOf(new TreeSet<>(fact.what())));
  }

  @EventListener
  void cancelled(ShiftCancelled fact) {
    about(HookKind.OPPORTUNITY_CHANGED, fact.opportunity(), fact.shift(), List.of("shift-cancelled"));
  }

  @EventListener
  void closed(OpportunityClosed fact) {
    about(HookKind.OPPORTUNITY_CLOSED, fact.id(), null, List.of());
  }

  @EventListener
  void cancelled(OpportunityCancelled fact) {
    about(HookKind.OPPORTUNITY_CANCELLED, fact.id(), null, List.of());
  }

  @EventListener
  void closed(AttendanceClosed fact) {
    sources.ofShift(fact.shift().value()).ifPresent(shift -> note(HookKind.ATTENDANCE_CLOSED, shift.organization(), shift.data()));
  }

  @EventListener
  void changed(AttendanceChanged fact) {
    sources.ofShift(fact.shift().value()).ifPresent(shift -> note(HookKind.ATTENDANCE_CHANGED, shift.organization(), shift.data()));
  }

  /** One message for each shift, with sums: whose hours they are, it does not say. */
  @EventListener
  void confirmed(HoursAttested fact) {
    sources.sums(fact.credits().stream().map(credit -> credit.claim().value()).toList()).forEach(sum -> note(HookKind.HOURS_CONFIRMED, sum.organization(), sum.data()));
  }

  @EventListener
  void reversed(HoursReversed fact) {
    sources.sums(List.of(fact.claim().value())).forEach(sum -> note(HookKind.HOURS_REVERSED, sum.organization(), sum.data()));
  }

  @EventListener
  void ended(AgreementEnded fact) {
    String data = json.writeValueAsString(Map.of("agreement", fact.agreement().value(), "lastDay", fact.lastDay().toString(), "terminated", fact.terminated()));
    sources.organizationOf(fact.agreement().value()).ifPresent(organization -> outbox.note(HookKind.AGREEMENT_ENDED, organization, null, data));
    fact.partners().forEach(partner -> outbox.note(HookKind.AGREEMENT_ENDED, null, partner.value(), data));
    bell.ringAfterwards();
  }

  private void about(HookKind kind, OpportunityId id, @Nullable ShiftId shift, List<String> what) {
    sources.ofOpportunity(id.value(), shift == null ? null : shift.value(), what).ifPresent(found -> note(kind, found.organization(), found.data()));
  }

  private void note(HookKind kind, long organization, Map<String, Object> data) {
    outbox.note(kind, organization, null, json.writeValueAsString(data));
    bell.ringAfterwards();
  }
}
