package dz.linatatawwa.notices;

import java.time.Instant;

/** A browser of somebody that takes notes.
 *  @param device in short, e.g. {@code Firefox, Android}; may be empty
 *  @param since  when it was asked */
public record Browser(long id, String device, Instant since) {}
