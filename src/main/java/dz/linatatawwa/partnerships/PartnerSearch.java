package dz.linatatawwa.partnerships;

import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** What somebody looks for in the list of partners; what is null does not matter.
 *  @param words part of a name, in any letters */
public record PartnerSearch(@Nullable String words, @Nullable PartnerKind kind, @Nullable WilayaCode wilaya) {}
