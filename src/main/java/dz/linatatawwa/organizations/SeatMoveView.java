package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterCase.Choice;
import dz.linatatawwa.supervision.MatterCase.Fact;
import dz.linatatawwa.supervision.MatterCase.Reason;
import dz.linatatawwa.supervision.MatterView;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** An organisation that asks to move its seat, as a supervisor sees it. */
@Component
class SeatMoveView implements MatterView {

  private static final List<String> REFUSALS = List.of("unclear-papers", "no-mandate", "other");

  private final SeatMoves moves;
  private final Organizations organizations;
  private final Places places;

  SeatMoveView(SeatMoves moves, Organizations organizations, Places places) {
    this.moves = moves;
    this.organizations = organizations;
    this.places = places;
  }

  @Override
  public String kind() {
    return SeatMoves.MATTER;
  }

  @Override
  public String nameKey() {
    return "organizations.matter.seat";
  }

  @Override
  public String objectKind() {
    return "seat-move";
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return organizations.mayRead(person, moves.find(matter.subjectId()).orElseThrow().organization());
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    SeatMove move = moves.find(matter.subjectId()).orElseThrow();
    Profile profile = organizations.find(move.organization()).orElseThrow().profile();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.text("organizations.seat.from"), place(profile.seat(), words)));
    facts.add(new Fact(words.text("organizations.seat.to"), place(move.to(), words)));
    if (move.to().address() != null) facts.add(new Fact(words.text("organizations.form.address"), move.to().address()));
    facts.add(new Fact(words.text("organizations.seat.words"), move.words()));
    List<Reason> reasons = REFUSALS.stream().map(code -> new Reason(code, words.text("organizations.reason." + code))).toList();
    return new MatterCase(profile.nameAr(), facts, List.of(), List.of(), "/organizations/" + move.organization() + "/oversight",
        List.of(new Choice("accepted", words.text("organizations.choice.seat"), false, List.of(), false),
            new Choice("refused", words.text("organizations.choice.seatNot"), true, reasons, true)));
  }

  private String place(Seat seat, Words words) {
    return places.name(seat.commune(), words.language()) + " · " + places.name(seat.wilaya(), words.language());
  }
}
