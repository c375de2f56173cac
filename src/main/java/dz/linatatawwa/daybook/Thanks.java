package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Thanks to everybody who came, with the hours of each: sent once for a day. Minors find them in their inbox here and nowhere else. */
@Service
public class Thanks {

  /** Characters, at most. */
  public static final int MOST = 600;

  /** Thanks that were sent. */
  public record Sent(String words, long by, Instant at, int people) {}

  private final JdbcClient db;
  private final Notices notices;
  private final Volunteers volunteers;

  Thanks(JdbcClient db, Notices notices, Volunteers volunteers) {
    this.db = db;
    this.notices = notices;
    this.volunteers = volunteers;
  }

  /** What was sent, if it was. */
  public Optional<Sent> of(ShiftId shift) {
    return db.sql("select words, sent_by, sent_at, people from daybook.thanks where shift_id = :shift").param("shift", shift.value())
        .query((row, number) -> new Sent(row.getString("words"), row.getLong("sent_by"), Sql.instant(row, "sent_at"), row.getInt("people"))).optional();
  }

  /** Sends them to everybody who came; a second time nothing is sent.
   *  @param words 1 to 600 characters
   *  @return how many people were thanked now; 0: they were thanked before, or nobody came */
  @Transactional
  public int send(ClosingDay day, AccountId by, String words) {
    List<DayPerson> came = day.people().stream().filter(DayPerson::came).toList();
    if (came.isEmpty()) return 0;
    int first = db.sql("""
        insert into daybook.thanks (shift_id, words, sent_by, people) values (:shift, :words, :by, :people) on conflict (shift_id) do nothing
        """).param("shift", day.facts().shiftId()).param("words", words).param("by", by.value()).param("people", came.size()).update();
    if (first == 0) return 0;
    Set<AccountId> minors = volunteers.minors(came.stream().map(person -> new AccountId(person.volunteerId())).toList());
    for (DayPerson person : came) {
      AccountId to = new AccountId(person.volunteerId());
      InWords time = shown -> shown.hours(day.minutes(person));
      InWords body = shown -> words;
      String once = "thanks-" + day.facts().shiftId() + "-" + to;
      if (minors.contains(to)) notices.leave(to, "thanks", "daybook.notice.thanks.title", "daybook.notice.thanks.body", "/hours", once, day.facts().title(), body, time);
      else notices.tell(to, "thanks", "daybook.notice.thanks.title", "daybook.notice.thanks.body", "/hours", once, day.facts().title(), body, time);
    }
    return came.size();
  }
}
