package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The register of processing (law 25-11, article 41 bis 2): every table that names somebody, as its room states it; and every period after which something goes. */
@Component
public class Register {

  private final List<KeptOfPerson> rooms;

  Register(List<KeptOfPerson> rooms) {
    this.rooms = List.copyOf(rooms);
  }

  /** Every line, by purpose and table. */
  public List<Kept> lines() {
    return rooms.stream().flatMap(room -> room.kept().stream()).sorted(Comparator.comparing(Kept::purpose).thenComparing(Kept::table)).toList();
  }

  /** The lines of one purpose. */
  public List<Kept> of(Purpose purpose) {
    return lines().stream().filter(line -> line.purpose() == purpose).toList();
  }

  /** The purposes for which anything is kept. */
  public List<Purpose> purposes() {
    return Arrays.stream(Purpose.values()).filter(purpose -> !of(purpose).isEmpty()).toList();
  }

  /** Every period, by code. */
  public List<Retention> retentions() {
    return rooms.stream().flatMap(room -> room.retentions().stream()).sorted(Comparator.comparing(Retention::code)).toList();
  }
}
