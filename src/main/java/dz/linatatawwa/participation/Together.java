package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several people who ask for seats in one shift in one go. That they want it is the caller's to have checked.
 *  @param kind      {@code team}, or {@code group}: of a school or of scouts
 *  @param name      as the organisation reads it
 *  @param whole     all of them or nobody; else as many as there are seats for, and the others wait
 *  @param by        who asks, and confirms for all
 *  @param people    1 to {@link #MOST}, each once
 *  @param broughtBy number of the organisation whose group it is, or null */
public record Together(ShiftId shift, String kind, String name, boolean whole, AccountId by, List<AccountId> people, @Nullable Long broughtBy) {

  /** People in one party, at most. */
  public static final int MOST = 60;

  public Together {
    people = people.stream().distinct().toList();
    if (people.isEmpty() || people.size() > MOST) throw new IllegalArgumentException(people.size() + " people in a party");
  }
}
