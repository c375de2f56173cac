package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.supervision.Matters;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people hear of benefits. */
@Component
class RewardNews {

  private final Notices notices;
  private final Matters matters;
  private final AppealTable appeals;
  private final Clock clock;

  RewardNews(Notices notices, Matters matters, AppealTable appeals, Clock clock) {
    this.notices = notices;
    this.matters = matters;
    this.appeals = appeals;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** It is theirs; by a lot or a decision they are told what brought it. */
  void granted(Granting granting) {
    InWords until = words -> words.longDate(granting.useUntil());
    told(granting, "granted-" + granting.way(), until);
  }

  void inReserve(Benefit benefit, Entry entry, int place) {
    notices.tell(entry.volunteer(), "benefit-reserve", "rewards.notice.reserve.title", "rewards.notice.reserve.body", "/benefits/" + benefit.id() + "/lot",
        "benefit-reserve:" + benefit.id() + ":" + entry.number(), benefit.name(), place);
  }

  void unfit(Benefit benefit, Entry entry) {
    notices.tell(entry.volunteer(), "benefit-unfit", "rewards.notice.unfit.title", "rewards.notice.unfit.body", "/benefits/" + benefit.id(),
        "benefit-unfit:" + benefit.id() + ":" + entry.number(), benefit.name());
  }

  void ends(Granting granting) {
    InWords until = words -> words.longDate(granting.useUntil());
    told(granting, "ends", until);
  }

  /** @param what held, released or withdrawn
   *  @param why  in the words of whoever did it */
  void changed(Granting granting, String what, @Nullable String why) {
    notices.tell(granting.volunteer(), "benefit-" + what, "rewards.notice." + what + ".title", "rewards.notice." + what + ".body", "/benefits/mine/" + granting.id(),
        "benefit-" + what + ":" + granting.id() + ":" + now().toEpochMilli(), granting.name(), why == null ? "" : why);
  }

  void refused(Appeal appeal, LocalName name, @Nullable String code, @Nullable String answer) {
    InWords why = words -> code == null ? "" : words.text("rewards.decision." + code);
    notices.tell(appeal.volunteer(), "benefit-appeal-refused", "rewards.notice.refused.title", "rewards.notice.refused.body", "/benefits/" + appeal.benefit(),
        "benefit-appeal-refused:" + appeal.id(), name, why, answer == null ? "" : answer);
  }

  /** A person looked at what was taken before its hours were taken back. */
  void looked(Granting granting, String answer) {
    notices.tell(granting.volunteer(), "benefit-looked", "rewards.notice.looked.title", "rewards.notice.looked.body", "/benefits/mine/" + granting.id(),
        "benefit-looked:" + granting.id() + ":" + now().toEpochMilli(), granting.name(), answer);
  }

  /** What an appeal was about is gone. */
  void withdrawAppeal(Appeal appeal) {
    appeals.over(appeal.id(), now());
    matters.withdraw(AppealMatters.KIND, appeal.id(), appeal.volunteer());
  }

  void told(Granting granting, String what, Object more) {
    AccountId to = granting.volunteer();
    notices.tell(to, "benefit-" + what, "rewards.notice." + what + ".title", "rewards.notice." + what + ".body", "/benefits/mine",
        "benefit-" + what + ":" + granting.id(), granting.name(), more, granting.partnerName());
  }
}
