package dz.linatatawwa.integrity;

import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** Which doubts to show; what is null does not matter.
 *  @param state null: those that wait (open or asked)
 *  @param low   also those whose sum is below what the queue begins with
 *  @param mine  only those that were handed to the one who looks */
public record DoubtFilter(@Nullable WilayaCode wilaya, @Nullable Long organization, @Nullable Check check, @Nullable DoubtState state, boolean low,
    boolean mine) {

  /** Everything that waits and weighs enough. */
  public static DoubtFilter waiting() {
    return new DoubtFilter(null, null, null, null, false, false);
  }
}
