package dz.linatatawwa.notices;

import java.time.Instant;

/** A letter that nobody tries any more.
 *  @param address masked: enough to tell two apart, not to write to
 *  @param why     a short code
 *  @param again   whether it may be tried once more: a code is worth nothing any more */
public record DeadLetter(long id, String channel, String address, Topic topic, String why, int tries, Instant madeAt, boolean again) {}
