package dz.linatatawwa.figures;

/** Of whom, when, and which of it. */
public record Question(Scope scope, Period period, Filter filter) {

  /** All that counts in the nation. */
  public static Question nation(Period period) {
    return new Question(Scope.NATION, period, Filter.NONE);
  }
}
