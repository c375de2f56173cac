package dz.linatatawwa.figures;

/** By what an answer is divided. Hours of the parts add up to the whole; persons do not, except by what a person is. */
public enum Breakdown {
  /** 2026-11. */
  MONTH(false),
  /** Where the hours were given: wilayas of the nation (by their 69 codes), communes of a wilaya; {@code ""} without a place. */
  PLACE(false),
  /** Where the persons live: codes of the 69 wilayas. */
  RESIDENCE(true),
  /** Codes of fields; {@code ""} where none is known. */
  FIELD(false),
  /** Codes of activities; {@code ""} where none is known. */
  ACTIVITY(false),
  /** {@link dz.linatatawwa.volunteers.Audience#code()}, or {@code ""}. */
  AUDIENCE(true),
  /** F, M, or {@code ""}. */
  SEX(true),
  /** {@link AgeGroup#code()}; {@code ""} for who was fifteen on the day but whose year of birth says less at the end: nobody. */
  AGE(true),
  /** Codes of the level of education, or {@code ""}. */
  EDUCATION(true),
  /** A to E. */
  GRADE(false),
  /** {@link Sector#code()} of the organisation. */
  SECTOR(false);

  private final boolean ofPersons;

  Breakdown(boolean ofPersons) {
    this.ofPersons = ofPersons;
  }

  /** Whether a person belongs to one part only, so that persons add up too. */
  public boolean ofPersons() {
    return ofPersons;
  }
}
