package dz.linatatawwa.eligibility;

import java.time.LocalDate;

/** One Ramadan.
 *  @param computed by Umm al-Qura; else an administrator has set its days */
public record Ramadan(int hijriYear, LocalDate first, LocalDate last, boolean computed) {}
