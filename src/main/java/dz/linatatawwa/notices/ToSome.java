package dz.linatatawwa.notices;

import java.time.Instant;

/** Whom an announcement is for that is not for everybody.
 *  @param audience  of a bean {@link Audience}
 *  @param kind      what the notices are about, e.g. {@code message-circular}; people choose by its {@link Topic}
 *  @param urgent    by every way at once, whatever people chose
 *  @param notBefore until then nobody has it, and stopping it leaves no trace with anybody */
public record ToSome(String audience, String kind, boolean urgent, Instant notBefore) {}
