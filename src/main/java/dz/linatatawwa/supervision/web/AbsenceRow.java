package dz.linatatawwa.supervision.web;

/** An absence as the list shows it.
 *  @param days  from which day to which, in words
 *  @param state {@code coming}, {@code now}, {@code over}, {@code ended}
 *  @param mayEnd whether the reader may end it */
public record AbsenceRow(long id, String name, String standIn, String days, String state, boolean mayEnd) {}
