package dz.linatatawwa.screening;

import dz.linatatawwa.places.WilayaCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A rule as somebody wants it to be.
 *  @param wilaya null: the whole nation */
public record Draft(String title, @Nullable WilayaCode wilaya, LocalDate endsOn, Conditions conditions) {}
