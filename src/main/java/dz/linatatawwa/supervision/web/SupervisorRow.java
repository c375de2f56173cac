package dz.linatatawwa.supervision.web;

/** A supervisor as the list of people shows them.
 *  @param territory the code of a wilaya, or {@code nation}
 *  @param place     its name */
public record SupervisorRow(long account, String name, String territory, String place, String since) {}
