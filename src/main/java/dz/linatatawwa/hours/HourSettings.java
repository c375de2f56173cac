package dz.linatatawwa.hours;

import org.springframework.stereotype.Component;

/** The bounds of the ledger as an administrator has set them. */
@Component
class HourSettings {

  HourLimits limits() {
    return HourLimits.USUAL;
  }

  /** The age of civil majority. */
  int majority() {
    return 19;
  }
}
