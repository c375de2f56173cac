package dz.linatatawwa.eligibility;

import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.volunteers.Audience;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One condition of a rule: a number that a person has, and how much of it is needed. */
public sealed interface Condition {

  /** How much is needed, in the unit of the condition: minutes, pieces, years; 1 for what one is or holds. */
  long need();

  /** Whether so much is enough. */
  default boolean met(long have) {
    return have >= need();
  }

  /** Confirmed time, reversals taken off.
   *  @param grades which grades of proof count, at least one
   *  @param fields codes of fields; none: every field */
  record Hours(int minutes, Set<Grade> grades, Period period, Set<String> fields) implements Condition {
    public Hours {
      grades = Set.copyOf(grades);
      fields = Set.copyOf(fields);
      if (minutes < 1 || grades.isEmpty()) throw new IllegalArgumentException("not a condition: " + minutes + " minutes of grades " + grades);
    }

    /** Time in the grades that count, ever, in every field. */
    public static Hours of(int hours) {
      return new Hours(hours * 60, Grade.COUNTED, Period.ALWAYS, Set.of());
    }

    @Override
    public long need() {
      return minutes;
    }
  }

  /** Different things among the lines of confirmed time. */
  record Count(What what, int atLeast, Set<Grade> grades, Period period, Set<String> fields) implements Condition {
    public Count {
      grades = Set.copyOf(grades);
      fields = Set.copyOf(fields);
      positive(atLeast);
      if (grades.isEmpty()) throw new IllegalArgumentException("no grades");
    }

    @Override
    public long need() {
      return atLeast;
    }
  }

  /** Shifts of some activities at which the person was: events, never hours (the gift of blood).
   *  @param activities codes of activities, at least one */
  record Events(Set<String> activities, int atLeast, Period period) implements Condition {
    public Events {
      activities = Set.copyOf(activities);
      positive(atLeast);
      if (activities.isEmpty()) throw new IllegalArgumentException("no activities");
    }

    @Override
    public long need() {
      return atLeast;
    }
  }

  /** Shifts of others that the person led: checked somebody else in, or closed the day. */
  record Led(int atLeast, Period period) implements Condition {
    public Led {
      positive(atLeast);
    }

    @Override
    public long need() {
      return atLeast;
    }
  }

  /** Something that a room above gives: a badge, a training.
   *  @param kind {@link Holdings#kind()}
   *  @param code as that room names it */
  record Holds(String kind, String code) implements Condition {
    @Override
    public long need() {
      return 1;
    }
  }

  /** What the person mainly does in life. */
  record OfAudience(Set<Audience> audiences) implements Condition {
    public OfAudience {
      audiences = Set.copyOf(audiences);
      if (audiences.isEmpty()) throw new IllegalArgumentException("no audiences");
    }

    @Override
    public long need() {
      return 1;
    }
  }

  /** Where the person lives. */
  record LivesIn(Set<WilayaCode> wilayas) implements Condition {
    public LivesIn {
      wilayas = Set.copyOf(wilayas);
      if (wilayas.isEmpty()) throw new IllegalArgumentException("no wilayas");
    }

    @Override
    public long need() {
      return 1;
    }
  }

  /** The age surely reached on the day, by year of birth.
   *  @param min null: however young
   *  @param max null: however old */
  record Aged(@Nullable Integer min, @Nullable Integer max) implements Condition {
    public Aged {
      if (min == null && max == null || min != null && max != null && max < min) throw new IllegalArgumentException("no ages from " + min + " to " + max);
    }

    @Override
    public long need() {
      return min != null ? min : 0;
    }

    /** @param have the age; 0 of somebody who is no volunteer */
    @Override
    public boolean met(long have) {
      return have > 0 && have >= need() && (max == null || have <= max);
    }
  }

  private static void positive(int atLeast) {
    if (atLeast < 1) throw new IllegalArgumentException("not a number of things: " + atLeast);
  }
}
