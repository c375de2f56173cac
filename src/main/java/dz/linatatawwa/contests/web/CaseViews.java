package dz.linatatawwa.contests.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.attendance.Trail;
import dz.linatatawwa.contests.Ask;
import dz.linatatawwa.contests.Contest;
import dz.linatatawwa.contests.Contests;
import dz.linatatawwa.contests.Side;
import dz.linatatawwa.contests.Statement;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.hours.BookLine;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.Receipt;
import dz.linatatawwa.hours.Receipts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a page shows of a case. */
@Component
class CaseViews {

  private final Contests contests;
  private final Receipts receipts;
  private final Trail trails;
  private final Files files;
  private final Accounts accounts;

  CaseViews(Contests contests, Receipts receipts, Trail trails, Files files, Accounts accounts) {
    this.contests = contests;
    this.receipts = receipts;
    this.trails = trails;
    this.files = files;
    this.accounts = accounts;
  }

  CaseView of(Contest contest, AccountId viewer) {
    Side side = contests.side(contest, viewer);
    BookLine line = line(contest);
    List<Trail.Line> trail = trails.of(contest.volunteer(), contest.shift());
    List<Statement> statements = contests.statements(contest);
    List<CaseView.Handed> papers = contests.papers(contest).stream()
        .flatMap(paper -> files.find(paper.file()).map(file -> new CaseView.Handed(paper, file)).stream()).toList();
    Ask ask = contests.about(contest.volunteer(), contest.shift()).orElseThrow();
    Contest.End end = contest.end();
    Contest.Answer answer = contest.answer();
    var people = Stream.of(trail.stream().map(Trail.Line::by), statements.stream().map(Statement::by),
            Stream.of(contest.volunteer(), contest.openedBy()), Stream.ofNullable(end == null ? null : end.by()),
            Stream.ofNullable(answer == null ? null : answer.by()), Stream.ofNullable(line == null ? null : line.by()))
        .flatMap(some -> some).filter(Objects::nonNull).distinct().toList();
    return new CaseView(contest, side, side == Side.SUPERVISOR && contests.takesPart(contest, viewer), line, trail, statements, papers,
        accounts.names(people), ask.earliest(), ask.latest(), side != Side.SUPERVISOR && contests.mayAppeal(contest));
  }

  private @Nullable BookLine line(Contest contest) {
    ClaimId claim = contest.claim();
    if (claim == null) return null;
    return receipts.ofClaim(contest.volunteer(), claim)
        .or(() -> receipts.newestEntry(claim).flatMap(entry -> receipts.ofEntry(contest.volunteer(), entry))).map(Receipt::line).orElse(null);
  }
}
