package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Allowances;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Saying something in a conversation, from either side. Who may is decided by the database, which holds whoever writes; here it is asked first, to say why not. */
@Service
public class Writing {

  /** So long may one be, in characters. */
  public static final int LONGEST = 4000;

  private final Conversations conversations;
  private final ConversationTable table;
  private final MessageTable messages;
  private final MessageNews news;
  private final MessageSettings settings;
  private final Allowances allowances;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Writing(Conversations conversations, ConversationTable table, MessageTable messages, MessageNews news, MessageSettings settings, Allowances allowances,
      TransactionTemplate transaction, Clock clock) {
    this.conversations = conversations;
    this.table = table;
    this.messages = messages;
    this.news = news;
    this.settings = settings;
    this.allowances = allowances;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Why nobody may write there now from this side; nothing: they may. */
  public Optional<Hindrance> hindrance(About about, AccountId volunteer, Side side) {
    return table.fault(about, volunteer, side, clock.instant());
  }

  /** A volunteer asks. @param key made by the form: sent twice it is said once */
  public Written begin(AccountId volunteer, About about, String typed, String key) {
    return say(new Line(about, volunteer, Side.VOLUNTEER, volunteer), typed, key);
  }

  /** A volunteer goes on.
   *  @throws dz.linatatawwa.site.NotFound for somebody else's conversation */
  public Written write(AccountId volunteer, ConversationId id, String typed, String key) {
    return begin(volunteer, conversations.own(volunteer, id).about(), typed, key);
  }

  /** An organisation writes first, to somebody who applied there. That the coordinator runs it is the caller's to have checked. */
  public Written approach(AccountId coordinator, About about, AccountId volunteer, String typed, String key) {
    return say(new Line(about, volunteer, Side.ORGANIZATION, coordinator), typed, key);
  }

  /** An organisation answers, or goes on.
   *  @throws dz.linatatawwa.site.NotFound for another organisation's conversation */
  public Written answer(AccountId coordinator, OrganizationId organization, ConversationId id, String typed, String key) {
    Conversation one = conversations.of(organization, id);
    return approach(coordinator, one.about(), one.volunteer(), typed, key);
  }

  /** Who says something to whom. */
  private record Line(About about, AccountId volunteer, Side side, AccountId author) {}

  private Written say(Line line, String typed, String key) {
    String words = Typed.text(typed);
    if (words.isEmpty()) return new Written.Unfit("site.problem.required", 0);
    if (words.length() > LONGEST) return new Written.Unfit("site.problem.tooLong", LONGEST);
    if (Typed.deceives(typed)) return new Written.Unfit("site.problem.characters", 0);
    UUID form = ConversationId.uuid(key).orElseGet(UUID::randomUUID);
    Optional<Written> before = before(line, form);
    if (before.isPresent()) return before.get();
    Optional<Written> refused = hindrance(line.about, line.volunteer, line.side).<Written>map(Written.Hindered::new)
        .or(() -> pause(line).map(Written.TooOften::new));
    return refused.orElseGet(() -> kept(line, words, form));
  }

  private Optional<Written> before(Line line, UUID form) {
    return messages.sent(line.author, form).map(found -> new Written.Sent(found.id(), found.number()));
  }

  private Optional<Duration> pause(Line line) {
    Optional<Duration> hour = allowances.take("message", line.author.toString(), settings.messagesAnHour(), Duration.ofHours(1));
    boolean begins = line.side == Side.VOLUNTEER && hour.isEmpty() && table.find(line.about, line.volunteer, line.side).isEmpty();
    return begins ? allowances.take("conversation", line.author.toString(), settings.conversationsADay(), Duration.ofDays(1)) : hour;
  }

  /** Whoever blocks or closes at this very moment comes before or after it, never between. */
  private Written kept(Line line, String words, UUID form) {
    try {
      return transaction.execute(status -> keep(line, words, form));
    } catch (DataIntegrityViolationException meanwhile) {
      return hindrance(line.about, line.volunteer, line.side).<Written>map(Written.Hindered::new).or(() -> before(line, form)).orElseThrow(() -> meanwhile);
    }
  }

  private Written keep(Line line, String words, UUID form) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Conversation> known = table.find(line.about, line.volunteer, line.side.other());
    long conversation = known.map(Conversation::number).orElseGet(() -> table.open(line.about, line.volunteer, now));
    Optional<Long> message = messages.add(conversation, line.side, line.author, words, form, now);
    if (message.isEmpty()) return before(line, form).orElseThrow();
    Conversation one = table.find(line.about, line.volunteer, line.side.other()).orElseThrow();
    news.said(one, line.side, message.get());
    return new Written.Sent(one.id(), message.get());
  }
}
