package dz.linatatawwa.kits;

import dz.linatatawwa.attendance.DeedKind;
import dz.linatatawwa.codes.Direction;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.codes.Reading;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads again what a phone scanned, at the moment of the scan by our clock, and uses it for its one deed. */
@Component
class ScannedCodes {

  private final PersonalCodes codes;

  ScannedCodes(PersonalCodes codes) {
    this.codes = codes;
  }

  Recognition.Who read(Source source, Line line, String code) {
    return switch (codes.read(code, source.at(line))) {
      case Reading.Refused(var why) -> new Recognition.Nobody(why.code());
      case Reading.Genuine genuine -> {
        Direction direction = line.kind().equals(DeedKind.CHECK_OUT.code()) ? Direction.OUT : Direction.IN;
        Optional<Reading.Refused> refused = codes.use(genuine, source.kit().shift(), direction, line.key());
        yield refused.<Recognition.Who>map(r -> new Recognition.Nobody(r.why().code()))
            .orElseGet(() -> new Recognition.Somebody(genuine.account(), genuine.twoSided()));
      }
    };
  }
}
