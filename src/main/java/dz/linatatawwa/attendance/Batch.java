package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deeds as they arrive from one place: whoever calls has made sure that they come from there (a session, a kit's signature).
 *  @param by        who answers for them: must run the organisation of each line's shift; of a site code, the leader who shows it
 *  @param device    the kit or device, up to 64 characters; null where there is none
 *  @param deviceNow what the device's clock said when it sent this
 *  @param withdrawn the kit was withdrawn, or its leader runs the organisation no more: everything is kept for review; whether it is the kit of
 *                   these shifts is then the caller's to know */
public record Batch(Via via, AccountId by, @Nullable String device, Instant deviceNow, boolean withdrawn, List<DeedLine> lines) {

  public Batch {
    if (device != null && (device.isBlank() || device.length() > 64)) throw new IllegalArgumentException("a device of " + device.length() + " characters");
    lines = List.copyOf(lines);
  }

  public Batch(Via via, AccountId by, @Nullable String device, Instant deviceNow, List<DeedLine> lines) {
    this(via, by, device, deviceNow, false, lines);
  }
}
