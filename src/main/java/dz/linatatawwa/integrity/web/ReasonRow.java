package dz.linatatawwa.integrity.web;

/** One finding in words.
 *  @param counts whether it is added to the sum: a check counts once, however much it found
 *  @param closed why it counts no more; empty while it does */
public record ReasonRow(String check, String reason, int weight, int then, boolean counts, String foundAt, String closed) {}
