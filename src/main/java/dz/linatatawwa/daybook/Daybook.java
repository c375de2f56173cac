package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What phones write down on the day, off line too: each note arrives exactly once, however often it is sent. */
@Service
public class Daybook {

  private static final int WORDS = 4000;
  private static final int PLACE = 200;

  private final NoteTable table;
  private final Incidents incidents;

  Daybook(NoteTable table, Incidents incidents) {
    this.table = table;
    this.incidents = incidents;
  }

  /** Keeps a note. The caller vouches that this person was allowed to write it at that time: phones come back after weeks.
   *  @param key   made by the device, 8 to 64 characters; never expires
   *  @param text  as typed; hidden and turning characters are taken out, more than 4000 characters are cut with a mark
   *  @param at    when it was noted, by the device's corrected clock
   *  @param place as typed, or null */
  @Transactional
  public Noted note(ShiftId shift, String key, AccountId by, NoteKind kind, String text, Instant at, @Nullable String place) {
    if (!Keys.fit(key)) throw new IllegalArgumentException("not a key: " + key.length() + " characters");
    String words = Cut.to(WORDS, Typed.text(text));
    if (words.isEmpty()) return new Noted.Refused("empty");
    if (!table.exists(shift)) return new Noted.Refused("no-shift");
    String where = Cut.to(PLACE, Typed.line(place));
    Optional<NoteTable.Kept> before = table.keep(shift, key, by, kind, words, at, where.isEmpty() ? null : where);
    if (before.isPresent()) return before.get().is(shift, by, kind) ? new Noted.Kept() : new Noted.Refused("key-used");
    if (kind == NoteKind.INCIDENT) incidents.begin(shift, by, words, at, where, key);
    return new Noted.Kept();
  }

  /** Notes of a shift that wait for a coordinator, in their order. Incidents are not among them: they have pages of their own. */
  public List<Note> waiting(ShiftId shift) {
    return table.waiting(shift);
  }

  /** Lays a note aside: something was made of it, or nothing has to be. It stays kept.
   *  @return false when it is not one of this shift */
  @Transactional
  public boolean done(ShiftId shift, String key, AccountId by) {
    return table.done(shift, key, by);
  }
}
