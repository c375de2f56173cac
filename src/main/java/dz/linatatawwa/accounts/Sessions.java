package dz.linatatawwa.accounts;

import dz.linatatawwa.nodes.Heard;
import dz.linatatawwa.nodes.Nodes;
import dz.linatatawwa.nodes.Remembered;
import dz.linatatawwa.site.DataReplaced;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in where. Found sessions are remembered for some seconds, so that a deed costs no query for its session; what ends on one node is refused on
 *  all of them as soon as its end is committed. A node that does not hear the others remembers nothing. */
@Service
public class Sessions {

  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final int MOST = 20_000;
  private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
  /** Words between nodes: of one person's sessions, of one session by its hash, of all. */
  private static final String PERSON = "sessions";
  private static final String ONE = "session";
  private static final String ALL = "all-sessions";

  private final SessionTable table;
  private final SeenSessions seen;
  private final DoorRules rules;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Nodes nodes;
  private final Remembered<ByteBuffer, Session> known;

  Sessions(SessionTable table, SeenSessions seen, DoorRules rules, Clock clock, ApplicationEventPublisher events, Nodes nodes) {
    this.events = events;
    this.nodes = nodes;
    this.known = new Remembered<>(nodes, MOST, REMEMBERED);
    this.table = table;
    this.seen = seen;
    this.rules = rules;
    this.clock = clock;
  }

  /** Opens a session; the token goes into the person's cookie and is kept nowhere.
   *  @param by    the contact whose code was typed; null: another way in
   *  @param wayIn code, passkey or setup
   *  @param mark  the random mark of the browser; its hash is kept */
  @Transactional
  public String open(AccountId account, @Nullable Contact by, String wayIn, Origin from, String mark) {
    String token = Secrets.token();
    table.owedWord(account, Secrets.hash(mark)).ifPresent(person -> events.publishEvent(new CameInElsewhere(account, person.language(), from.device(), told(person, by))));
    table.open(Secrets.hash(token), account, wayIn, from, Secrets.hash(mark), clock.instant(), rules);
    return token;
  }

  /** Not the way in itself: whoever holds it came in. */
  private static @Nullable Contact told(SessionTable.Told person, @Nullable Contact by) {
    String email = person.email();
    return email == null || by != null && by.text().equals(email) ? null : new Contact.Email(email);
  }

  /** The session of this token, unless it ended, slept too long, or was never there. */
  public Optional<Session> find(String token) {
    if (!Secrets.looksLikeToken(token)) return Optional.empty();
    ByteBuffer hash = ByteBuffer.wrap(Secrets.hash(token));
    return known.find(hash, () -> read(hash));
  }

  private Optional<Session> read(ByteBuffer hash) {
    Instant now = clock.instant();
    Optional<Session> read = table.find(hash.array(), now, rules);
    read.filter(session -> session.seenAt().isBefore(now.minus(SEEN_EVERY))).ifPresent(session -> seen.note(hash));
    return read;
  }

  /** The person's living sessions, the newest use first. */
  public List<Session> of(AccountId account) {
    return table.of(account, clock.instant(), rules);
  }

  /** The second step was taken on the way into the session of this token. */
  void secondTaken(String token) {
    find(token).ifPresent(session -> {
      table.second(session.id(), clock.instant());
      forget(session.person().id());
    });
  }

  /** The person showed anew who they are. */
  @Transactional
  public void proved(Session session) {
    table.proved(session.id(), clock.instant());
    forget(session.person().id());
  }

  /** Ends the session of this token. */
  @Transactional
  public void end(String token) {
    table.end(Secrets.hash(token), clock.instant());
    forgetAfterwards(ByteBuffer.wrap(Secrets.hash(token)));
  }

  /** Ends one of the person's sessions.
   *  @return false when it is none of theirs */
  @Transactional
  public boolean end(AccountId account, UUID session) {
    boolean ended = table.end(account, session, clock.instant());
    forget(account);
    return ended;
  }

  /** Ends all of the person's sessions but this one. */
  @Transactional
  public int endOthers(AccountId account, UUID kept) {
    int ended = table.endOthers(account, kept, clock.instant());
    forget(account);
    return ended;
  }

  /** Ends every session of the person. */
  @Transactional
  public void endAll(AccountId account) {
    table.endOthers(account, new UUID(0, 0), clock.instant());
    forget(account);
  }

  /** Ends every session there is.
   *  @return how many that were */
  @Transactional
  int endEverybodys() {
    int ended = table.endEverybodys(clock.instant());
    nodes.tell(ALL, "");
    Remembered.nowAndAfterwards(known::forgetAll);
    return ended;
  }

  /** Reads the person's sessions anew from the database, on every node, because something about them changed. */
  void forget(AccountId account) {
    nodes.tell(PERSON, account.toString());
    Remembered.nowAndAfterwards(() -> forgetOf(account.toString()));
  }

  @EventListener(DataReplaced.class)
  void forgetEverything() {
    known.forgetAll();
  }

  @EventListener
  void heard(Heard word) {
    if (word.tellsOf(ALL)) known.forgetAll();
    else if (word.tellsOf(PERSON)) forgetOf(word.whom());
    else if (word.tellsOf(ONE)) known.forget(ByteBuffer.wrap(HexFormat.of().parseHex(word.whom())));
  }

  private void forgetOf(String account) {
    known.forgetIf(session -> session.person().id().toString().equals(account));
  }

  private void forgetAfterwards(ByteBuffer hash) {
    nodes.tell(ONE, HexFormat.of().formatHex(hash.array()));
    Remembered.nowAndAfterwards(() -> known.forget(hash));
  }
}
