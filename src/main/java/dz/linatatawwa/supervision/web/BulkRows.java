package dz.linatatawwa.supervision.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.supervision.Bulk;
import dz.linatatawwa.supervision.Bulks.Previewed;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Matters;
import java.util.List;
import org.springframework.stereotype.Component;

/** Decisions on many matters in words. */
@Component
class BulkRows {

  private final Matters matters;

  BulkRows(Matters matters) {
    this.matters = matters;
  }

  /** What would be touched, and what not and why. */
  List<BulkRow> before(List<Previewed> previewed, Words words) {
    return previewed.stream().map(one -> before(one, words)).toList();
  }

  private BulkRow before(Previewed one, Words words) {
    Matter matter = one.matter();
    String without = one.without();
    return new BulkRow(matter.id().value(), matter.summary(), words.text(matters.view(matter).nameKey()), without == null ? "" : words.text(without), "quiet",
        without == null && !one.opened() ? words.text("supervision.bulk.unopened") : "");
  }

  /** What came of each. */
  List<BulkRow> after(Bulk bulk, Words words) {
    return bulk.parts().stream().map(part -> after(part, words)).toList();
  }

  private static BulkRow after(Bulk.Part part, Words words) {
    String state = part.undone() ? "supervision.bulk.answer.undone" : "supervision.bulk.answer." + part.answer().code();
    String mark = part.undone() ? "quiet" : switch (part.answer()) {
      case DONE -> "done";
      case WAITS -> "waiting";
      case ALREADY -> "info";
      case PARTIAL, UNFIT, FOREIGN, FAILED -> "error";
    };
    String stays = part.stays();
    return new BulkRow(part.matter().value(), part.summary(), "", words.text(state), mark, stays == null ? "" : words.text(stays));
  }

  /** The name of what was decided. */
  String choice(Bulk bulk, Words words) {
    MatterView view = matters.kinds().stream().filter(one -> one.kind().equals(bulk.kind())).findFirst().orElseThrow();
    String code = bulk.decision().decision();
    return words.text(view.nameKey()) + " · " + bulk.parts().stream().findFirst().flatMap(part -> matters.find(part.matter()))
        .flatMap(matter -> view.show(matter, words).choices().stream().filter(choice -> choice.code().equals(code)).map(MatterCase.Choice::label).findFirst()).orElse(code);
  }

  static List<Option> choices(MatterCase shown) {
    return shown.choices().stream().map(choice -> Option.of(choice.code(), choice.label())).toList();
  }
}
