package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterView;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** A case in the supervisors' queue; it is settled on a page of its own. */
@Component
class ContestView implements MatterView {

  private final ContestTable table;

  ContestView(ContestTable table) {
    this.table = table;
  }

  @Override
  public String kind() {
    return Contests.MATTER;
  }

  @Override
  public String nameKey() {
    return "contests.matter";
  }

  @Override
  public String objectKind() {
    return "contest";
  }

  @Override
  public String page(Matter matter) {
    return "/contests/" + matter.subjectId();
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return table.takesPart(new ContestId(matter.subjectId()), person);
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Contest contest = table.find(new ContestId(matter.subjectId())).orElseThrow();
    List<MatterCase.Fact> facts = List.of(new MatterCase.Fact(words.text("contests.who"), contest.volunteerName()),
        new MatterCase.Fact(words.text("contests.ground"), words.text("contests.ground." + contest.ground().code())));
    List<MatterCase.Reason> reasons = RefusalReason.all().stream()
        .map(code -> new MatterCase.Reason(code.code(), words.text("contests.refusal." + code.code()))).toList();
    return new MatterCase(contest.title(), facts, List.of(), List.of(), page(matter), Arrays.stream(Verdict.values())
        .map(verdict -> new MatterCase.Choice(verdict.code(), words.text("contests.verdict." + verdict.code()), verdict == Verdict.REFUSED,
            verdict == Verdict.REFUSED ? reasons : List.of(), true)).toList());
  }
}
