package dz.linatatawwa.api;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people: who made and revoked keys. Answers to deeds bear numbers, no names, and go after a day. */
@Component
class KeptInApi implements KeptOfPerson {

  private final GivenAnswers answers;
  private final CallLog calls;
  private final ApiQuotas quotas;

  KeptInApi(GivenAnswers answers, CallLog calls, ApiQuotas quotas) {
    this.answers = answers;
    this.calls = calls;
    this.quotas = quotas;
  }

  @Override
  public List<Kept> kept() {
    return List.of(Kept.of("api.key", Purpose.OFFICE).staff("made_by", "revoked_by"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        Retention.of("api-answers", 2, 1, 30, before -> answers.forgetBefore(before, Retention.BATCH)),
        Retention.of("api-counts", 1, 1, 30, before -> quotas.forgetBefore(before, Retention.BATCH)),
        Retention.of("api-calls", 90, 7, 365, before -> calls.forgetBefore(before, Retention.BATCH)));
  }
}
