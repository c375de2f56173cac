package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.codes.Reading;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who comes to a session: by the signed code that people show on the day, by the six digits of the session, or by a tap on their name. Each deed has a key made
 *  on the device: sent again, it changes nothing and is answered as before. Whether somebody may lead the session is the caller's to check. */
@Service
public class Door {

  /** How long before a session its door opens. */
  static final Duration EARLY = Duration.ofHours(2);

  /** How long a scan may wait on the device for the network. */
  static final Duration WAITS_AT_MOST = Duration.ofMinutes(15);

  private final TrainingSessionTable sessions;
  private final RegistrationTable table;
  private final DoorTable door;
  private final PersonalCodes codes;
  private final Accounts accounts;
  private final Clock clock;

  Door(TrainingSessionTable sessions, RegistrationTable table, DoorTable door, PersonalCodes codes, Accounts accounts, Clock clock) {
    this.sessions = sessions;
    this.table = table;
    this.door = door;
    this.codes = codes;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The people of a session, fifty a page. */
  public Slice<DoorRow> people(SessionId session, String words, int page) {
    return door.page(session, words, page);
  }

  /** All people of a session. */
  public List<DoorRow> everybody(SessionId session) {
    return door.all(session);
  }

  public DoorCount count(SessionId session) {
    return door.count(session);
  }

  /** Whether a registration is one for this session. */
  public boolean belongs(SessionId session, RegistrationId registration) {
    return table.find(registration).filter(row -> row.session().equals(session)).isPresent();
  }

  /** Somebody shows a code or says six digits.
   *  @param shown the text of a code, or digits
   *  @param key   of the deed: 8 to 64 letters, digits and dashes
   *  @param ago   how long ago it was shown, by the device's own clock */
  @Transactional
  public Marked came(AccountId by, SessionId id, String key, String shown, Duration ago) {
    Session session = sessions.lock(id);
    Optional<Marked> before = before(key, id);
    if (before.isPresent()) return before.get();
    String digits = Digits.latin(shown).replaceAll("\\s", "");
    Instant at = clock.instant().minus(ago.isNegative() || ago.compareTo(WAITS_AT_MOST) > 0 ? Duration.ZERO : ago);
    Found found = digits.matches("[0-9]{6}") ? new Found(table.byDigits(id, digits), "digits", "not-registered")
        : shown.startsWith("LT") ? scanned(id, shown, key, at) : new Found(Optional.empty(), "code", "unreadable");
    return mark(by, session, key, found);
  }

  /** Whoever leads the session taps a name. */
  @Transactional
  public Marked tapped(AccountId by, SessionId id, String key, RegistrationId registration) {
    Session session = sessions.lock(id);
    Optional<Marked> before = before(key, id);
    return before.orElseGet(() -> mark(by, session, key,
        new Found(table.find(registration).filter(row -> row.session().equals(id)), "tap", "not-registered")));
  }

  /** Takes a mark back, while the session is not closed. */
  @Transactional
  public Marked undo(AccountId by, SessionId id, String key, RegistrationId registration) {
    Session session = sessions.lock(id);
    Optional<Marked> before = before(key, id);
    if (before.isPresent()) return before.get();
    Optional<RegistrationTable.Row> row = table.find(registration).filter(found -> found.session().equals(id) && found.holdsPlace());
    if (!session.is("open") || row.isEmpty()) return new Marked(session.is("open") ? "not-registered" : "closed", null);
    table.came(registration, null, null);
    door.keep(key, id, registration, "undo", "undone", by, clock.instant());
    return new Marked("undone", name(row.get()));
  }

  /** @param otherwise what is said when nobody was found */
  private record Found(Optional<RegistrationTable.Row> row, String via, String otherwise) {}

  private Found scanned(SessionId session, String shown, String key, Instant at) {
    return switch (codes.read(shown, at)) {
      case Reading.Refused(var why) -> new Found(Optional.empty(), "code", why.code());
      case Reading.Genuine code when code.source() != Reading.Source.CARD && !door.use(code.mark(), key, clock.instant()) ->
          new Found(Optional.empty(), "code", Reading.Why.REPLAYED.code());
      case Reading.Genuine code -> new Found(table.newest(session, code.account()), "code", "not-registered");
    };
  }

  private Marked mark(AccountId by, Session session, String key, Found found) {
    Instant now = clock.instant();
    Marked marked = outcome(session, found, now);
    Optional<RegistrationTable.Row> row = found.row();
    if (marked.outcome().equals("came") && row.isPresent()) {
      table.came(row.get().id(), now, found.via());
      if (row.get().is("offered")) table.move(row.get().id(), "registered");
    }
    door.keep(key, session.id(), row.map(RegistrationTable.Row::id).orElse(null), "came", marked.outcome(), by, now);
    return marked;
  }

  private Marked outcome(Session session, Found found, Instant now) {
    if (!session.is("open")) return new Marked("closed", null);
    if (now.isBefore(session.startsAt().minus(EARLY))) return new Marked("early", null);
    if (found.row().isEmpty()) return new Marked(found.otherwise(), null);
    RegistrationTable.Row row = found.row().get();
    if (!row.holdsPlace()) return new Marked("not-registered", null);
    return new Marked(row.cameAt() == null ? "came" : "already", name(row));
  }

  private Optional<Marked> before(String key, SessionId session) {
    if (!key.matches("[A-Za-z0-9-]{8,64}")) throw new IllegalArgumentException("not the key of a deed: " + key);
    return door.done(key).map(done -> done.sessionId() == session.value() ? new Marked(done.outcome(), done.name()) : new Marked("unreadable", null));
  }

  private String name(RegistrationTable.Row row) {
    return accounts.names(List.of(row.volunteer())).getOrDefault(row.volunteer(), "");
  }
}
