package dz.linatatawwa.demo;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Somebody of the demonstration: an account, for most of them a volunteer.
 *  @param joinedDay days before today; at least 0
 *  @param energy    how readily this person comes; 0: never yet
 *  @param busy      days on which this person already is somewhere, counted from the first day of the world */
record Person(long id, String name, @Nullable String email, @Nullable String phone, Country.Town town, int birthYear, String audience, int joinedDay,
    double energy, BitSet busy) {

  boolean isFree(int firstDay, int lastDay) {
    int next = busy.nextSetBit(firstDay);
    return next < 0 || next > lastDay;
  }
}
