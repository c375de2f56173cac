package dz.linatatawwa.messages;

/** A circular before it is sent.
 *  @param everybody also for those whose shifts are over
 *  @param urgent    by every way at once: only of a shift that begins soon */
public record CircularDraft(Reach reach, boolean everybody, boolean urgent, CircularText text) {}
