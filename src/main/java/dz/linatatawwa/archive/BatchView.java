package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.imports.Import;
import dz.linatatawwa.imports.Imports;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A table of operations as a supervisor sees it: its counts and some of its rows; one decision for all. */
@Component
class BatchView implements MatterView {

  private static final int SAMPLE = 12;

  private final Batches batches;
  private final OperationTable table;
  private final Imports imports;
  private final Places places;

  BatchView(Batches batches, OperationTable table, Imports imports, Places places) {
    this.batches = batches;
    this.table = table;
    this.imports = imports;
    this.places = places;
  }

  @Override
  public String kind() {
    return Batches.KIND;
  }

  @Override
  public String nameKey() {
    return "archive.matter.import";
  }

  @Override
  public String objectKind() {
    return "import";
  }

  /** Whoever brought the table. */
  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return imports.find(matter.subjectId()).map(Import::madeBy).filter(by -> by == person.value()).isPresent();
  }

  @Override
  public String stays(Matter decided) {
    return "archive.undo.told";
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Import of = imports.find(matter.subjectId()).orElseThrow();
    List<MatterCase.Fact> facts = new ArrayList<>();
    facts.add(new MatterCase.Fact(words.text("archive.batch.rows"), words.text("imports.sum", of.counts().in(), of.counts().stored(), of.counts().same(), of.counts().bad())));
    batches.find(of.id()).ifPresent(batch -> facts.add(new MatterCase.Fact(words.text("archive.batch.state"),
        words.text("archive.batch.state." + batch.state()) + " · " + words.text("imports.progress", batch.done(), batch.rows()))));
    List<OperationId> ids = batches.sample(of.id(), SAMPLE);
    Map<OperationId, Operation> sample = table.findAll(ids);
    for (OperationId id : ids) if (sample.get(id) instanceof Operation operation) facts.add(new MatterCase.Fact(operation.told().title(), line(operation, words)));
    MatterCase.Choice yes = new MatterCase.Choice(Batches.PUBLISHED, words.text("archive.batch.choice.published"), false, List.of(), false);
    MatterCase.Choice no = new MatterCase.Choice(Batches.REFUSED, words.text("archive.batch.choice.refused"), true, OperationView.reasons(words), true);
    return new MatterCase(of.fileName(), facts, List.of(), List.of(), null, List.of(yes, no));
  }

  private String line(Operation operation, Words words) {
    Told told = operation.told();
    List<String> parts = new ArrayList<>();
    parts.add(told.when().in(words));
    parts.add(told.wilaya() == null ? words.text("archive.several") : places.name(told.wilaya(), words.language()));
    if (!operation.body(words.language()).isEmpty()) parts.add(operation.body(words.language()));
    if (told.people() != null) parts.add(words.text("archive.people.number", told.people()));
    if (told.minutes() != null) parts.add(words.hours(told.minutes()));
    told.units().forEach((unit, quantity) -> parts.add(unit.name(words) + " " + words.number(quantity)));
    return String.join(" · ", parts);
  }
}
