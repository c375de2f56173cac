package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One deed for all of a roster: each person's mark has a key made of the deed's key and the person. */
@Component
class Everybody {

  private final DeedTable deeds;
  private final Merging merging;
  private final DeedRules rules;
  private final AttendanceTable attendance;

  Everybody(DeedTable deeds, Merging merging, DeedRules rules, AttendanceTable attendance) {
    this.deeds = deeds;
    this.merging = merging;
    this.rules = rules;
    this.attendance = attendance;
  }

  @Transactional
  public int in(String key, AccountId by, ShiftId shift, Instant now) {
    rules.facts(by, shift);
    return each(attendance.unmarked(shift), key, by, shift, mark -> done(deeds.in(mark, DeedKind.CHECK_IN, now), mark, DeedKind.CHECK_IN, now));
  }

  @Transactional
  public int out(String key, AccountId by, ShiftId shift, Instant now) {
    rules.facts(by, shift);
    return each(attendance.stillIn(shift), key, by, shift, mark -> done(deeds.out(mark, now), mark, DeedKind.CHECK_OUT, now));
  }

  private boolean done(Optional<Instant> atOnce, Mark mark, DeedKind kind, Instant now) {
    return atOnce.isPresent() || merging.atTheDesk(mark, kind, now, null) instanceof Deed.Done;
  }

  private static int each(List<Long> people, String key, AccountId by, ShiftId shift, Predicate<Mark> deed) {
    return (int) people.stream()
        .filter(person -> deed.test(new Mark(key + "-" + person, by, shift, new AccountId(person))))
        .count();
  }
}
