package dz.linatatawwa.integrity.web;

/** An alert about hasty decisions, in words.
 *  @param reason its numbers in a sentence
 *  @param bulk   how many were decisions on many, or empty
 *  @param usual  what is usual for this person
 *  @param answered by whom and when it was looked at, or empty
 *  @param words  what they wrote, or empty
 *  @param log    the address of the decisions in the audit log, or empty for who does not read it */
public record HasteRow(long id, String name, String place, String reason, String bulk, String usual, String answered, String words, String log) {}
