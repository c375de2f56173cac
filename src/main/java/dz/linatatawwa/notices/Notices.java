package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.What.How;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people something once: in their inbox, and by e-mail, SMS or push as they wish, in their language. What is told stands in the caller's
 *  transaction: it goes out if and only if that is committed. */
@Service
public class Notices {

  private static final int PAGE = 20;

  private final NoticeTable table;
  private final Telling telling;
  private final Dictionary dictionary;
  private final Clock clock;

  Notices(NoticeTable table, Telling telling, Dictionary dictionary, Clock clock) {
    this.table = table;
    this.telling = telling;
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /** Tells one person. A closed account is told nothing.
   *  @param kind      what it is about, e.g. {@code application-accepted}; {@link Topic} knows by its beginning what people choose by
   *  @param link      a path of ours where one can act, or null
   *  @param onceKey   the same key is never told twice, or null
   *  @param arguments of both texts; an {@link InWords} or a {@link LocalName} is put in the person's language */
  @Transactional
  public void tell(AccountId to, String kind, String titleKey, String bodyKey, @Nullable String link, @Nullable String onceKey, Object... arguments) {
    telling.tell(List.of(to), What.of(How.PLAINLY, kind, titleKey, bodyKey, link, onceKey, arguments), false);
  }

  /** Tells one person what cannot wait: by every way that there is, at night too, whatever they chose. For what changes their next hours. */
  @Transactional
  public void tellUrgently(AccountId to, String kind, String titleKey, String bodyKey, @Nullable String link, @Nullable String onceKey, Object... arguments) {
    telling.tell(List.of(to), What.of(How.URGENTLY, kind, titleKey, bodyKey, link, onceKey, arguments), false);
  }

  /** Leaves it in a person's inbox, and sends nothing to their phone or address: what others write to a minor stays on the platform. */
  @Transactional
  public void leave(AccountId to, String kind, String titleKey, String bodyKey, @Nullable String link, @Nullable String onceKey, Object... arguments) {
    telling.tell(List.of(to), What.of(How.INSIDE, kind, titleKey, bodyKey, link, onceKey, arguments), false);
  }

  /** Tells many people the same, each in their own language; {@code onceKey} holds for each of them. */
  @Transactional
  public void tellAll(Collection<AccountId> to, String kind, String titleKey, String bodyKey, @Nullable String link, @Nullable String onceKey,
      Object... arguments) {
    telling.tell(to, What.of(How.PLAINLY, kind, titleKey, bodyKey, link, onceKey, arguments), true);
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
    Object[] worded = What.worded(words, arguments);
    telling.write(to, language, kind, words.text(titleKey, worded), words.text(bodyKey, worded), link);
  }

  /** How many notices of this person wait unread. */
  public int unread(AccountId of) {
    return table.unread(of);
  }

  /** A person's inbox, the newest first, twenty a page. @param page from 1; past the end there is nothing */
  public Slice<Notice> of(AccountId person, int page) {
    return new Slice<>(table.page(person, PAGE, (page - 1) * PAGE), page, PAGE, table.count(person));
  }

  /** The newest that a person was told of one kind. */
  public List<Notice> ofKind(AccountId person, String kind, int most) {
    return table.ofKind(person, kind, most);
  }

  /** Those of these notices that did not go out as a text message because it would have cost more than may be spent. */
  public Set<Long> withheld(Slice<Notice> slice) {
    return table.withheld(slice.rows().stream().map(Notice::id).toList());
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
}
