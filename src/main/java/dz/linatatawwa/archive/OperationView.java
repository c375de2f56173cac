package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An operation as a supervisor sees it before the public does. */
@Component
class OperationView implements MatterView {

  private final OperationTable table;
  private final OperationPictures pictures;
  private final OperationPapers papers;
  private final Twins twins;
  private final Organizations organizations;
  private final Places places;
  private final Taxonomy taxonomy;

  OperationView(OperationTable table, OperationPictures pictures, OperationPapers papers, Twins twins, Organizations organizations, Places places, Taxonomy taxonomy) {
    this.table = table;
    this.pictures = pictures;
    this.papers = papers;
    this.twins = twins;
    this.organizations = organizations;
    this.places = places;
    this.taxonomy = taxonomy;
  }

  @Override
  public String kind() {
    return OperationMatters.KIND;
  }

  @Override
  public String nameKey() {
    return "archive.matter";
  }

  @Override
  public String objectKind() {
    return "operation";
  }

  /** Whoever entered it, and the members of its organisation. */
  @Override
  public boolean concerns(Matter matter, AccountId person) {
    Operation operation = operation(matter);
    OrganizationId organization = operation.told().organization();
    return person.equals(operation.enteredBy()) || organization != null && organizations.mayRead(person, organization);
  }

  private Operation operation(Matter matter) {
    return table.find(new OperationId(matter.subjectId())).orElseThrow();
  }

  @Override
  public String stays(Matter decided) {
    return "archive.undo.told";
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Operation operation = operation(matter);
    Told told = operation.told();
    List<MatterCase.Fact> facts = new ArrayList<>();
    add(facts, words.text("archive.source"), words.text("archive.source." + operation.source().name().toLowerCase(java.util.Locale.ROOT)));
    add(facts, words.text("archive.when"), told.when().in(words));
    add(facts, words.text("archive.where"), where(told, words));
    add(facts, words.text("archive.body"), operation.body(words.language()));
    add(facts, words.text("archive.led"), told.ledBy().isEmpty() ? "" : told.ledBy() + " · " + words.text(told.ledShown() ? "archive.led.shown" : "archive.led.hidden"));
    add(facts, words.text("archive.field"), told.field() == null ? "" : taxonomy.name(told.field(), words.language()));
    add(facts, words.text("archive.people"), told.people() == null ? "" : words.number(told.people()));
    add(facts, words.text("archive.hours"), told.minutes() == null ? "" : words.hours(told.minutes()));
    add(facts, words.text("archive.reason"), told.reason());
    told.units().forEach((unit, quantity) -> add(facts, unit.name(words), words.number(quantity)));
    told.press().forEach(link -> add(facts, words.text("archive.press"), link));
    add(facts, words.text("archive.about"), told.about());
    List<MatterCase.Paper> shown = new ArrayList<>(papers.of(operation.id()).stream().map(file -> new MatterCase.Paper(file.name(), file.id().address())).toList());
    pictures.of(operation.id()).forEach(picture -> shown.add(new MatterCase.Paper(picture.alt(), picture.file().address())));
    List<MatterCase.Warning> warnings = twins.of(operation).stream().map(beside -> new MatterCase.Warning(
        words.text("archive.twin.warning", beside.b().told().title(), beside.likeness().score()), "/archive/" + beside.b().id())).toList();
    boolean documented = !papers.of(operation.id()).isEmpty();
    return new MatterCase(told.title(), facts, shown, warnings, operation.state() == Operation.State.PUBLISHED ? "/archive/" + operation.id() : null, choices(words, documented));
  }

  private String where(Told told, Words words) {
    if (told.wilaya() == null) return words.text("archive.several");
    String wilaya = places.name(told.wilaya(), words.language());
    return told.commune() == null ? wilaya : places.name(told.commune(), words.language()) + " · " + wilaya;
  }

  private static void add(List<MatterCase.Fact> facts, String label, String value) {
    if (!value.isEmpty()) facts.add(new MatterCase.Fact(label, value));
  }

  private static List<MatterCase.Choice> choices(Words words, boolean documented) {
    List<MatterCase.Choice> choices = new ArrayList<>();
    choices.add(new MatterCase.Choice(OperationMatters.PUBLISHED, words.text("archive.choice.published"), false, List.of(), false));
    if (documented) choices.add(new MatterCase.Choice(OperationMatters.PROVED, words.text("archive.choice.proved"), false, List.of(), true));
    choices.add(new MatterCase.Choice(OperationMatters.ASKED, words.text("archive.choice.asked"), false, List.of(), true));
    choices.add(new MatterCase.Choice(OperationMatters.REFUSED, words.text("archive.choice.refused"), true, reasons(words), true));
    return choices;
  }

  static List<MatterCase.Reason> reasons(Words words) {
    return Stream.of("not-volunteering", "untrue", "twice", "people-shown", "other").map(code -> new MatterCase.Reason(code, words.text("archive.reason." + code))).toList();
  }
}
