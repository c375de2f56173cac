package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says one thing to everybody with an account, in their language and as they wish to hear announcements. It goes through the accounts a few hundred a
 *  transaction, together with the place where it stands: whoever has it has it once, however often the process dies. */
@Service
public class Announcements {

  private static final int PAGE = 20;
  private static final int MANY = 500;

  private final AnnouncementTable table;
  private final ReaderTable readers;
  private final Telling telling;
  private final Clock clock;

  Announcements(AnnouncementTable table, ReaderTable readers, Telling telling, Clock clock) {
    this.table = table;
    this.readers = readers;
    this.telling = telling;
    this.clock = clock;
  }

  /** Begins to say it; within seconds the first have it.
   *  @param link a path of ours, or null
   *  @return its number */
  @Transactional
  public long begin(AccountId by, LocalName title, LocalName body, @Nullable String link) {
    return table.add(by, title, body, link, clock.instant());
  }

  /** All of them, the newest first. */
  public Slice<Announcement> all(int page) {
    return new Slice<>(table.page(PAGE, (page - 1) * PAGE), page, PAGE, table.count());
  }

  /** One of them. */
  public Optional<Announcement> find(long id) {
    return table.find(id);
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
    Optional<AnnouncementTable.Going> found = table.next();
    found.ifPresent(this::step);
    return found.isPresent();
  }

  private void step(AnnouncementTable.Going going) {
    List<AccountId> people = readers.after(going.upTo(), MANY);
    if (people.isEmpty()) {
      table.finish(going.announcement().id(), clock.instant());
      return;
    }
    Announcement one = going.announcement();
    What what = new What("announcement", words -> one.title().in(words.language()), words -> one.body().in(words.language()), one.link(), "announcement:" + one.id(), What.How.IN_BULK);
    table.told(one.id(), people.getLast().value(), telling.tell(people, what, true));
  }
}
