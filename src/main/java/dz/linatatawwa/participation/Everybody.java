package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One deed for all of a roster: each person's mark has a key made of the deed's key and the person. */
@Component
class Everybody {

  private final DeedTable deeds;
  private final DeedReasons reasons;
  private final AttendanceTable attendance;

  Everybody(DeedTable deeds, DeedReasons reasons, AttendanceTable attendance) {
    this.deeds = deeds;
    this.reasons = reasons;
    this.attendance = attendance;
  }

  @Transactional
  public int in(String key, AccountId by, ShiftId shift, Instant now) {
    reasons.facts(new Mark(key, by, shift, by));
    return each(attendance.unmarked(shift), key, by, shift, mark -> deeds.in(mark, "check-in", now));
  }

  @Transactional
  public int out(String key, AccountId by, ShiftId shift, Instant now) {
    reasons.facts(new Mark(key, by, shift, by));
    return each(attendance.stillIn(shift), key, by, shift, mark -> deeds.out(mark, now));
  }

  private static int each(List<Long> people, String key, AccountId by, ShiftId shift, Function<Mark, Optional<Instant>> deed) {
    return (int) people.stream()
        .filter(person -> deed.apply(new Mark(key + "-" + person, by, shift, new AccountId(person))).isPresent())
        .count();
  }
}
