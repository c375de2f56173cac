package dz.linatatawwa.taxonomy;

import dz.linatatawwa.language.LocalName;
import org.jspecify.annotations.Nullable;

/** A field of volunteering, of 23.
 *  @param code        three capital letters: ENV
 *  @param icnpo1996   its class in ICNPO 1996
 *  @param icnpTso2018 its group in ICNP/TSO 2018
 *  @param goals       numbers of the sustainable development goals, divided by semicolons */
public record Field(String code, LocalName name, String icnpo1996, String icnpTso2018, @Nullable String goals) {}
