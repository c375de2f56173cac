package dz.linatatawwa.house;

import dz.linatatawwa.Linatatawwa;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class HouseTests {

  @Test
  void roomsKeepToTheirNeighbours() {
    ApplicationModules.of(Linatatawwa.class).verify();
  }
}
