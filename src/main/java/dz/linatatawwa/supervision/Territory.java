package dz.linatatawwa.supervision;

import dz.linatatawwa.places.WilayaCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one person looks after: the whole nation, or some wilayas, or nothing. */
public record Territory(boolean nation, List<WilayaCode> wilayas) {

  public Territory {
    wilayas = List.copyOf(wilayas);
  }

  /** @param wilaya null: what belongs to the nation alone */
  public boolean covers(@Nullable WilayaCode wilaya) {
    return nation || (wilaya != null && wilayas.contains(wilaya));
  }

  /** Whether there is nothing: then the person is no supervisor. */
  public boolean none() {
    return !nation && wilayas.isEmpty();
  }
}
