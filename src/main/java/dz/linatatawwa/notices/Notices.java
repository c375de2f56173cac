package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people something once: in their inbox, and by e-mail or SMS, in their language. What is told stands in the caller's
 *  transaction: it goes out if and only if that is committed. */
@Service
public class Notices {

  private static final int PAGE = 20;

  private final NoticeTable table;
  private final Accounts accounts;
  private final Dictionary dictionary;
  private final Sending sending;
  private final Clock clock;

  Notices(NoticeTable table, Accounts accounts, Dictionary dictionary, Sending sending, Clock clock) {
    this.table = table;
    this.accounts = accounts;
    this.dictionary = dictionary;
    this.sending = sending;
    this.clock = clock;
  }

  /** Tells one person. A closed account is told nothing.
   *  @param kind      what it is about, e.g. {@code application-accepted}
   *  @param link      a path of ours where one can act, or null
   *  @param onceKey   the same key is never told twice, or null
   *  @param arguments of both texts; an {@link InWords} or a {@link LocalName} is put in the person's language */
  @Transactional
  public void tell(AccountId to, String kind, String titleKey, String bodyKey, @Nullable String link, @Nullable String onceKey, Object... arguments) {
    accounts.find(to).ifPresent(person -> tell(person, true, kind, titleKey, bodyKey, link, onceKey, arguments));
  }

  /** Leaves it in a person's inbox, and sends nothing to their phone or address: what others write to a minor stays on the platform. */
  @Transactional
  public void leave(AccountId to, String kind, String titleKey, String bodyKey, @Nullable String link, @Nullable String onceKey, Object... arguments) {
    accounts.find(to).ifPresent(person -> tell(person, false, kind, titleKey, bodyKey, link, onceKey, arguments));
  }

  /** Tells many people the same, each in their own language; {@code onceKey} holds for each of them. */
  @Transactional
  public void tellAll(Collection<AccountId> to, String kind, String titleKey, String bodyKey, @Nullable String link, @Nullable String onceKey,
      Object... arguments) {
    accounts.findAll(to).values().forEach(person ->
        tell(person, true, kind, titleKey, bodyKey, link, onceKey == null ? null : onceKey + ":" + person.id(), arguments));
  }

  /** Writes to a contact that need not have an account; it may not wait for the morning. */
  @Transactional
  public void send(Contact to, Language language, String kind, String titleKey, String bodyKey, Object... arguments) {
    sendWithLink(to, language, kind, titleKey, bodyKey, null, arguments);
  }

  /** The same, with a path of ours below the text; its host is the one of our settings, never the one that a request names. */
  @Transactional
  public void sendWithLink(Contact to, Language language, String kind, String titleKey, String bodyKey, @Nullable String link, Object... arguments) {
    Words words = dictionary.in(language);
    Object[] worded = worded(words, arguments);
    table.keep(new Notice(0, null, kind, words.text(titleKey, worded), words.text(bodyKey, worded), link, language, clock.instant(), null), null)
        .ifPresent(id -> deliver(id, to, true));
  }

  /** How many notices of this person wait unread. */
  public int unread(AccountId of) {
    return table.unread(of);
  }

  /** A person's inbox, the newest first, twenty a page. @param page from 1; past the end there is nothing */
  public Slice<Notice> of(AccountId person, int page) {
    return new Slice<>(table.page(person, PAGE, (page - 1) * PAGE), page, PAGE, table.count(person));
  }

  /** Marks one of the person's notices as read, and gives it. */
  @Transactional
  public Optional<Notice> read(AccountId person, long id) {
    Optional<Notice> notice = table.find(person, id);
    notice.ifPresent(n -> table.read(person, id, clock.instant()));
    return notice;
  }

  /** Marks all of the person's notices as read. */
  @Transactional
  public void readAll(AccountId person) {
    table.readAll(person, clock.instant());
  }

  private void tell(Account person, boolean sent, String kind, String titleKey, String bodyKey, @Nullable String link, @Nullable String onceKey, Object... arguments) {
    Words words = dictionary.in(person.language());
    Object[] worded = worded(words, arguments);
    Notice notice = new Notice(0, person.id(), kind, words.text(titleKey, worded), words.text(bodyKey, worded), link, person.language(),
        clock.instant(), null);
    table.keep(notice, onceKey).ifPresent(id -> person.contact().filter(contact -> sent).ifPresent(contact -> deliver(id, contact, false)));
  }

  private void deliver(long notice, Contact to, boolean urgent) {
    String channel = to instanceof Contact.Email ? "email" : "sms";
    boolean waits = to instanceof Contact.Phone && !urgent;
    table.deliver(notice, channel, to.text(), clock.instant(), waits ? QuietHours.after(clock.instant()) : clock.instant());
    sending.wakeAfterwards();
  }

  private static Object[] worded(Words words, Object... arguments) {
    List<Object> worded = Arrays.stream(arguments).<Object>map(argument -> switch (argument) {
      case InWords inWords -> inWords.in(words);
      case LocalName name -> name.in(words.language());
      default -> argument;
    }).toList();
    return worded.toArray();
  }
}
