package dz.linatatawwa.daybook;

/** Somebody who saw an incident.
 *  @param contact as they gave it; may be empty */
public record Witness(String name, String contact) {}
