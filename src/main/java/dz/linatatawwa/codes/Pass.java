package dz.linatatawwa.codes;

import java.time.Instant;

/** A phone that may show its owner's code.
 *  @param name of the browser, in short */
public record Pass(long id, String name, Instant madeAt, Instant expiresAt) {}
