package dz.linatatawwa.means;

import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which things of others are looked for.
 *  @param wilaya null: everywhere
 *  @param kind   null: of every kind
 *  @param from   free from here
 *  @param to     to there */
public record Offered(@Nullable WilayaCode wilaya, @Nullable ThingKind kind, Instant from, Instant to) {}
