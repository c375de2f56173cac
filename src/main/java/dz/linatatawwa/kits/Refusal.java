package dz.linatatawwa.kits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line from a phone that was refused, kept so that a person sees it.
 *  @param name of whom the phone named; null where it named nobody
 *  @param code why */
public record Refusal(@Nullable String name, String kind, Instant at, String code, String phone) {}
