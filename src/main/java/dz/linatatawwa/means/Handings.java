package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Keys;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Things leave and come back: how they were each time is written, and stays. That the caller acts for the owner is the caller's to check. */
@Service
public class Handings {

  private final HandingTable table;
  private final BookingTable bookings;
  private final ThingTable things;
  private final Files files;
  private final LendingTidings tidings;
  private final Clock clock;

  Handings(HandingTable table, BookingTable bookings, ThingTable things, Files files, LendingTidings tidings, Clock clock) {
    this.table = table;
    this.bookings = bookings;
    this.things = things;
    this.files = files;
    this.tidings = tidings;
    this.clock = clock;
  }

  /** How a thing is when it changes hands.
   *  @param words   about that, at most 500 characters; may be empty
   *  @param picture null or empty: none */
  public record Seen(Wear wear, String words, @Nullable MultipartFile picture) {}

  /** Hands a thing over, once for the key: from twelve hours before the booking's beginning to its end, and only when it is at home. */
  @Transactional
  public Handed out(BookingId id, Seen seen, String key, AccountId by) {
    Booking booking = locked(id, key);
    if (table.exists(id, key)) return new Handed.Done();
    if (!booking.mayLeave(clock.instant())) return new Handed.NotNow();
    if (seen.wear() == Wear.DAMAGED) return new Handed.Damaged();
    List<Booking> away = bookings.ahead(booking.thing(), clock.instant()).stream().filter(other -> other.state() == BookingState.OUT).toList();
    if (!away.isEmpty()) return new Handed.StillAway(away.getFirst());
    return write(booking, true, seen, key, by);
  }

  /** Takes a thing back, once for the key. It is from then on as it was seen; when it came back worse, the owner's people are told. */
  @Transactional
  public Handed in(BookingId id, Seen seen, String key, AccountId by) {
    Booking booking = locked(id, key);
    if (table.exists(id, key)) return new Handed.Done();
    if (booking.state() != BookingState.OUT) return new Handed.NotNow();
    return write(booking, false, seen, key, by);
  }

  private Handed write(Booking booking, boolean out, Seen seen, String key, AccountId by) {
    FileId picture = null;
    if (seen.picture() != null && !seen.picture().isEmpty()) {
      switch (files.keep(by, HandingPictures.PURPOSE, seen.picture())) {
        case Kept.Refused refused -> {
          return new Handed.NoPicture(refused);
        }
        case Kept.Stored(FileId file) -> picture = file;
      }
    }
    table.insert(booking.id(), key, out, seen.wear(), seen.words(), picture, by);
    bookings.state(booking.id(), out ? BookingState.OUT : BookingState.RETURNED);
    things.wear(booking.thing(), seen.wear());
    if (!out && seen.wear() == Wear.DAMAGED) tidings.damaged(booking, seen.words());
    return new Handed.Done();
  }

  /** What was written of one booking. */
  public List<Handing> of(BookingId id) {
    return table.of(id);
  }

  /** The history of a thing, the latest first; at most 100 lines. */
  public List<Handing> of(ThingId id) {
    return table.of(id);
  }

  private Booking locked(BookingId id, String key) {
    if (!Keys.fit(key)) throw new NotFound("not a key");
    things.lock(bookings.find(id).orElseThrow(() -> new NotFound("booking " + id)).thing());
    return bookings.lock(id);
  }
}
