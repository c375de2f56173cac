package dz.linatatawwa.contests.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Trail;
import dz.linatatawwa.contests.Contest;
import dz.linatatawwa.contests.Paper;
import dz.linatatawwa.contests.Side;
import dz.linatatawwa.contests.Statement;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.hours.BookLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case as one of those whom it concerns sees it: both sides' evidence, side by side.
 *  @param partial  a supervisor who belongs to a side: may look, and not settle
 *  @param line     the hours as they stand in the book; null where there are none
 *  @param trail    what was written down on the day
 *  @param earliest from when time may count
 *  @param appeals  whether the decision may still be appealed */
public record CaseView(Contest contest, Side side, boolean partial, @Nullable BookLine line, List<Trail.Line> trail, List<Statement> statements,
    List<Handed> papers, Map<AccountId, String> names, Instant earliest, Instant latest, boolean appeals) {

  /** A paper and its file. */
  public record Handed(Paper paper, StoredFile file) {}

  /** What to call somebody of the case. */
  public String name(@Nullable AccountId person) {
    return person == null ? "—" : names.getOrDefault(person, "—");
  }

  /** What one side said. */
  public List<Statement> said(Side of) {
    return statements.stream().filter(statement -> statement.side() == of).toList();
  }

  /** What one side handed in. */
  public List<Handed> handed(Side of) {
    return papers.stream().filter(handed -> handed.paper().side() == of).toList();
  }

  /** Whether this person may say more. */
  public boolean mayAdd() {
    return contest.open() && side != Side.SUPERVISOR && (side == Side.VOLUNTEER || contest.answer() != null);
  }
}
