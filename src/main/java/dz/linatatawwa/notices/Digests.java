package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waited for the end of the day or of the week, in one letter. What was read in the inbox meanwhile is left out; where nothing is left, no letter goes. */
@Component
class Digests {

  /** The kind of notices that hold one; they stand in no inbox. */
  static final String KIND = "digest";

  private static final int MANY = 50;
  private static final int MOST_LINES = 30;

  private final JdbcClient db;
  private final NoticeTable table;
  private final Dictionary dictionary;
  private final Sending sending;
  private final Clock clock;

  private record Line(String title) {}

  Digests(JdbcClient db, NoticeTable table, Dictionary dictionary, Sending sending, Clock clock) {
    this.db = db;
    this.table = table;
    this.dictionary = dictionary;
    this.sending = sending;
    this.clock = clock;
  }

  /** Makes the digests of some people for whom one is due; the row that is taken away with the letter's making is what makes it go once.
   *  @return for how many */
  @Transactional
  public int make() {
    Instant now = clock.instant();
    List<Long> people = db.sql("select account_id from notices.held where due <= :now group by account_id order by min(due), account_id limit :many")
        .param("now", Timestamp.from(now)).param("many", MANY).query((row, number) -> row.getLong("account_id")).list();
    people.forEach(person -> make(new AccountId(person), now));
    return people.size();
  }

  private void make(AccountId person, Instant now) {
    List<Long> notices = db.sql("delete from notices.held where account_id = :of and due <= :now returning notice_id").param("of", person.value())
        .param("now", Timestamp.from(now)).query((row, number) -> row.getLong("notice_id")).list();
    List<Line> lines = db.sql("select title from notices.notice where id = any(:ids) and read_at is null order by made_at, id").param("ids", notices.toArray(Long[]::new))
        .query((row, number) -> new Line(row.getString("title"))).list();
    if (lines.isEmpty()) return;
    db.sql("select email, language from accounts.account where id = :of and closed_at is null and email is not null").param("of", person.value())
        .query((row, number) -> write(person, row.getString("email"), Language.of(row.getString("language")).orElse(Language.AR), lines, now)).list();
  }

  private long write(AccountId person, String email, Language language, List<Line> lines, Instant now) {
    Words words = dictionary.in(language);
    String body = lines.stream().limit(MOST_LINES).map(line -> "• " + line.title()).collect(Collectors.joining("\n"))
        + (lines.size() > MOST_LINES ? "\n" + words.text("notices.digest.more", lines.size() - MOST_LINES) : "");
    long notice = table.keepAside(new Notice(0, person, KIND, words.text("notices.digest.title", lines.size()), body, "/inbox", language, now, null));
    table.deliver(List.of(new NoticeTable.Delivery(notice, new Routing.Way("email", email, now))), now, What.How.PLAINLY);
    sending.wakeAfterwards();
    return notice;
  }
}
