package dz.linatatawwa.hours;

import java.util.EnumSet;
import java.util.Set;

/** How an hour was proved: its evidence grade (rule 2). */
public enum Grade {
  /** A two-sided signed scan, in and out. */
  A,
  /** The leader's roster on the day. */
  B,
  /** A paper sheet, entered afterwards with its picture. */
  C,
  /** A later entry with a document. */
  D,
  /** Declared: past, or outside work. */
  E;

  /** The grades that badges and published figures accept unless a setting says otherwise. */
  public static final Set<Grade> COUNTED = Set.copyOf(EnumSet.of(A, B, C));
}
