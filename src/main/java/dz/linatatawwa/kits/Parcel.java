package dz.linatatawwa.kits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a phone sends at once.
 *  @param sentAt milliseconds of the phone's clock at sending: what it is off by is seen from it
 *  @param deeds  at most {@value #MOST}
 *  @param done   everything was sent and the roster is erased from the phone */
public record Parcel(long sentAt, List<Line> deeds, @Nullable Boolean done) {

  static final int MOST = 500;

  public Parcel {
    deeds = deeds == null ? List.of() : List.copyOf(deeds);
  }

  boolean finished() {
    return Boolean.TRUE.equals(done);
  }
}
