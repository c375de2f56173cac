package dz.linatatawwa.demo;

import java.time.LocalDateTime;

/** How far the hours of one attendance have come, told from its number alone so that every table says the same.
 *  @param grade   how they were proved
 *  @param closed  the day was closed and handed to the hours
 *  @param claimed they were proposed
 *  @param state   of the claim */
record Fates(String grade, boolean closed, boolean claimed, String state, LocalDateTime decided) {

  static Fates of(Turnout.Part part, LocalDateTime now) {
    long roll = Long.remainderUnsigned(part.id() * 0x9E3779B97F4A7C15L >>> 20, 1000);
    String grade = roll < 860 ? "B" : roll < 960 ? "C" : "D";
    LocalDateTime ends = part.turn().ends();
    long age = java.time.Duration.between(ends, now).toHours();
    boolean closed = age >= 24;
    boolean claimed = closed && part.fate() == Turnout.Fate.CAME && part.offer().nature().equals("free") && !(age < 48 && part.turn().id() % 2 == 0);
    String state = state(Long.remainderUnsigned(part.id() * 0xD1B54A32D192ED03L >>> 24, 1000), age);
    return new Fates(grade, closed, claimed, state, ends.plusHours(2 + roll % 20));
  }

  private static String state(long roll, long age) {
    if (age < 96) return roll < 550 ? "proposed" : "confirmed";
    if (roll < 8) return "proposed";
    if (roll < 15) return "refused";
    if (roll < 20) return "reversed";
    return "confirmed";
  }

  /** Whether the ledger has lines of it. */
  boolean inLedger() {
    return claimed && (state.equals("confirmed") || state.equals("reversed"));
  }
}
