package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.SignedLinks;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Still coming?", asked the evening before and answered by the link in the reminder, without signing in. Yes is noted for the organisation; no gives the
 *  seat back, which goes on to the first who waits. Each answer may be given twice, and changed until the shift begins. */
@Service
public class Coming {

  private static final String PURPOSE = "coming";

  private final JdbcClient db;
  private final ApplicationTable table;
  private final Participation participation;
  private final SignedLinks links;
  private final Clock clock;

  Coming(JdbcClient db, ApplicationTable table, Participation participation, SignedLinks links, Clock clock) {
    this.db = db;
    this.table = table;
    this.participation = participation;
    this.links = links;
    this.clock = clock;
  }

  /** What a link asks about.
   *  @param volunteer whom it was sent to
   *  @param state of the application that stands now, or of the one that was asked about
   *  @param said  yes, no, or null: nothing yet
   *  @param open  whether an answer changes anything: the shift has not begun, and there was a seat */
  public record Question(ApplicationId asked, AccountId volunteer, ShiftFacts facts, String state, @Nullable String said, boolean open) {}

  /** What became of an answer. */
  public enum Answered { YES, NO, BACK, WAITS, TOO_LATE }

  /** The path of the link for this application. */
  static String path(SignedLinks links, ApplicationId id) {
    return "/coming/" + links.token(PURPOSE, id.value());
  }

  /** What this link asks; nothing when it is none of ours. */
  @Transactional(readOnly = true)
  public Optional<Question> question(String token) {
    OptionalLong id = links.read(PURPOSE, token);
    return id.isEmpty() ? Optional.empty() : table.find(new ApplicationId(id.getAsLong())).map(this::question);
  }

  private Question question(ApplicationTable.Row asked) {
    AccountId volunteer = new AccountId(asked.volunteerId());
    ShiftFacts facts = table.facts(new ShiftId(asked.shiftId())).orElseThrow();
    ApplicationTable.Row now = table.living(volunteer, facts.id()).orElse(asked);
    String said = db.sql("select coming from participation.application where id = :id").param("id", now.id()).query((row, number) -> Optional.ofNullable(row.getString("coming")))
        .single().orElse(null);
    boolean gaveBack = now.state().equals("withdrawn") && "no".equals(said);
    boolean open = facts.startsAt().isAfter(clock.instant()) && !facts.shiftState().equals("cancelled") && (now.living() || gaveBack);
    return new Question(new ApplicationId(asked.id()), volunteer, facts, now.state(), said, open);
  }

  /** Comes. Whoever gave the seat back a moment ago gets it again if nobody has it, else a place in the list. */
  @Transactional
  public Answered yes(Question question) {
    if (!question.open()) return Answered.TOO_LATE;
    Optional<ApplicationTable.Row> seat = table.living(question.volunteer(), question.facts().id());
    if (seat.isPresent()) {
      say(seat.get().id(), "yes");
      return seat.get().holdsSeat() ? Answered.YES : Answered.WAITS;
    }
    return switch (participation.comeBack(question.volunteer(), question.asked())) {
      case Application.Placed(ApplicationId id) -> {
        say(id.value(), "yes");
        yield Answered.BACK;
      }
      case Application.Waiting _, Application.Pending _ -> Answered.WAITS;
      case Application.Clash _, Application.Unmet _, Application.Refused _ -> Answered.TOO_LATE;
    };
  }

  /** Does not come: the seat is the next one's. */
  @Transactional
  public Answered no(Question question) {
    if (!question.open()) return Answered.TOO_LATE;
    Optional<ApplicationTable.Row> seat = table.living(question.volunteer(), question.facts().id());
    if (seat.isEmpty()) return Answered.NO;
    ApplicationId id = new ApplicationId(seat.get().id());
    if (!participation.withdraw(question.volunteer(), id)) return Answered.TOO_LATE;
    say(id.value(), "no");
    return Answered.NO;
  }

  private void say(long application, String answer) {
    db.sql("update participation.application set coming = :answer, coming_at = :now where id = :id").param("answer", answer).param("now", Sql.at(clock.instant()))
        .param("id", application).update();
  }
}
