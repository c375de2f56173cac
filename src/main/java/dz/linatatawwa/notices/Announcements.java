package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says one thing to everybody with an account, or to those whom a room above names, in their language and as they wish to hear of it. It goes through the accounts a
 *  few hundred a transaction, together with the place where it stands: whoever has it has it once, however often the process dies. */
@Service
public class Announcements {

  /** The kind of those that are for everybody. */
  static final String TO_EVERYBODY = "announcement";

  private static final int PAGE = 20;
  private static final int MANY = 500;

  private final AnnouncementTable table;
  private final ReaderTable readers;
  private final Telling telling;
  private final ObjectProvider<Audience> audiences;
  private final Clock clock;

  Announcements(AnnouncementTable table, ReaderTable readers, Telling telling, ObjectProvider<Audience> audiences, Clock clock) {
    this.table = table;
    this.readers = readers;
    this.telling = telling;
    this.audiences = audiences;
    this.clock = clock;
  }

  /** Begins to say it; within seconds the first have it.
   *  @param link a path of ours, or null
   *  @return its number */
  @Transactional
  public long begin(AccountId by, LocalName title, LocalName body, @Nullable String link) {
    return table.add(by, title, body, link, null, clock.instant());
  }

  /** Begins to say it to some people, once its moment has come; until then nobody has it.
   *  @return its number */
  @Transactional
  public long begin(AccountId by, LocalName title, LocalName body, @Nullable String link, ToSome to) {
    return table.add(by, title, body, link, to, clock.instant());
  }

  /** Those that are for everybody, the newest first. */
  public Slice<Announcement> all(int page) {
    return new Slice<>(table.page(PAGE, (page - 1) * PAGE), page, PAGE, table.count());
  }

  /** One of them. */
  public Optional<Announcement> find(long id) {
    return table.find(id);
  }

  /** One of those that are for everybody. */
  public Optional<Announcement> toEverybody(long id) {
    return table.findToEverybody(id);
  }

  /** Several, by number. */
  public Map<Long, Announcement> findAll(List<Long> ids) {
    return table.findAll(ids).stream().collect(Collectors.toMap(Announcement::id, Function.identity()));
  }

  /** How many have it, and how many of them read it: sums, never who. */
  public Announcement.Readers readers(long id) {
    return table.readers(id);
  }

  /** How its letters went. */
  public Announcement.Letters letters(long id) {
    return table.letters(id);
  }

  /** How many people an announcement reaches now. */
  public int everybody() {
    return readers.everybody();
  }

  /** Nobody more gets it, and no letter leaves that is still here; who has it keeps it. May be said twice. */
  @Transactional
  public void stop(AccountId by, long id) {
    if (table.stop(by, id, clock.instant())) table.stopLetters(id);
  }

  /** Tells the next few hundred people.
   *  @return false when there is nothing to say */
  @Transactional
  public boolean step() {
    Optional<AnnouncementTable.Going> found = table.next(clock.instant());
    found.ifPresent(this::step);
    return found.isPresent();
  }

  private void step(AnnouncementTable.Going going) {
    Optional<Audience> audience = audience(going.audience());
    List<AccountId> people = audience.map(some -> some.after(going.announcement().id(), going.upTo(), MANY)).orElseGet(() -> readers.after(going.upTo(), MANY));
    if (people.isEmpty()) {
      table.finish(going.announcement().id(), clock.instant());
      return;
    }
    Announcement one = going.announcement();
    What what = new What(going.kind(), words -> one.title().in(words.language()), words -> one.body().in(words.language()), one.link(), "announcement:" + one.id(),
        going.urgent() ? What.How.URGENTLY : What.How.IN_BULK);
    table.told(one.id(), people.getLast().value(), telling.tell(people, what, true));
    audience.ifPresent(some -> some.told(one.id(), people));
  }

  private Optional<Audience> audience(@Nullable String kind) {
    if (kind == null) return Optional.empty();
    return Optional.of(audiences.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow(() -> new IllegalStateException("no room knows the audience " + kind)));
  }
}
