package dz.linatatawwa.hours;

import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.attendance.AttendanceChanged;
import dz.linatatawwa.attendance.AttendanceClosed;
import dz.linatatawwa.supervision.MatterDecided;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the ledger does when other rooms have spoken: a day is closed, a supervisor has decided. In the same transaction. */
@Component
class LedgerDecisions {

  private final HourLedger ledger;
  private final ClaimTable claims;
  private final LedgerCases cases;
  private final LateTimes late;

  LedgerDecisions(HourLedger ledger, ClaimTable claims, LedgerCases cases, LateTimes late) {
    this.ledger = ledger;
    this.claims = claims;
    this.cases = cases;
    this.late = late;
  }

  /** One button closes the day and proposes the hours of all. */
  @EventListener
  void propose(AttendanceClosed closed) {
    ledger.propose(closed.shift(), null);
  }

  /** Times of a closed day were changed: what nobody has looked at yet is proposed as it is now. What was confirmed stands until it is reversed. */
  @EventListener
  void proposeAfresh(AttendanceChanged changed) {
    if (!late.refit(changed.attendance())) ledger.propose(changed.shift(), null);
  }

  @EventListener
  void settle(MatterDecided decided) {
    if (!decided.kind().equals(LedgerMatters.OVERDUE) && !decided.kind().equals(LedgerMatters.LATE_ENTRY)) return;
    List<ClaimId> open = claims.openOf(decided.subjectId());
    if (open.isEmpty()) return;
    var organization = cases.organization(new ShiftId(decided.subjectId()));
    String reason = decided.reason() == null ? "" : decided.reason();
    if (decided.decision().equals(LedgerCases.CONFIRM)) ledger.confirm(organization, open, decided.by(), reason.isEmpty() ? null : reason);
    if (decided.decision().equals(LedgerCases.REFUSE)) {
      RefusalCode code = RefusalCode.of(decided.reasonCode() == null ? "" : decided.reasonCode()).orElse(RefusalCode.OTHER);
      ledger.refuse(organization, open, decided.by(), code, reason);
    }
  }
}
