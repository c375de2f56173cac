package dz.linatatawwa.declarations;

import dz.linatatawwa.accounts.Account;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.files.FileAccess;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.FileKind;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.StoredFile;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The document of a declaration, as a supervisor sees it: only its author and the supervisors of the place may open it. */
@Component
class DocumentView implements MatterView, FileAccess {

  static final String PURPOSE = "declaration-document";

  private final DeclarationTable table;
  private final Accounts accounts;
  private final Organizations organizations;
  private final Territories territories;
  private final Files files;
  private final Places places;
  private final Taxonomy taxonomy;

  DocumentView(DeclarationTable table, Accounts accounts, Organizations organizations, Territories territories,
      @org.springframework.context.annotation.Lazy Files files, Places places, Taxonomy taxonomy) {
    this.table = table;
    this.accounts = accounts;
    this.organizations = organizations;
    this.territories = territories;
    this.files = files;
    this.places = places;
    this.taxonomy = taxonomy;
  }

  @Override
  public String kind() {
    return DeclarationMatters.KIND;
  }

  @Override
  public String nameKey() {
    return "declarations.matter";
  }

  @Override
  public String objectKind() {
    return "declaration";
  }

  /** Its author, its witness, and the members of the organisation that it names. */
  @Override
  public boolean concerns(Matter matter, AccountId person) {
    Declaration declaration = table.find(new DeclarationId(matter.subjectId())).orElseThrow();
    OrganizationId organization = declaration.work().organization();
    Work.Witness witness = declaration.work().witness();
    Account account = accounts.find(person).orElseThrow();
    return declaration.volunteer().equals(person) || (organization != null && organizations.mayRead(person, organization))
        || (witness != null && (witness.contact().equals(account.email()) || witness.contact().equals(account.phone())));
  }

  @Override
  public @Nullable AccountId person(Matter matter) {
    return table.find(new DeclarationId(matter.subjectId())).map(Declaration::volunteer).orElse(null);
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Declaration declaration = table.find(new DeclarationId(matter.subjectId())).orElseThrow();
    Work work = declaration.work();
    List<MatterCase.Fact> facts = new ArrayList<>();
    facts.add(new MatterCase.Fact(words.text("declarations.who"), declaration.volunteerName()));
    facts.add(new MatterCase.Fact(words.text("declarations.kind"), words.text("declarations.kind." + work.kind())));
    facts.add(new MatterCase.Fact(words.text("declarations.when"), words.dates(work.first(), work.last()) + " · " + words.times(work.from(), work.to())));
    facts.add(new MatterCase.Fact(words.text("declarations.total"), words.hours(declaration.minutes())));
    facts.add(new MatterCase.Fact(words.text("declarations.where"), places.name(work.commune(), words.language())));
    facts.add(new MatterCase.Fact(words.text("declarations.activity"),
        taxonomy.activity(work.activity()).map(activity -> activity.name().in(words.language())).orElse(work.activity())));
    facts.add(new MatterCase.Fact(words.text("declarations.forWhom"), work.forWhom()));
    LocalName organization = declaration.organizationName();
    if (organization != null) {
      facts.add(new MatterCase.Fact(words.text("declarations.organization"), organization.in(words.language()) + " · " + said(declaration.organization(), words)));
    }
    Work.Witness witness = work.witness();
    if (witness != null) facts.add(new MatterCase.Fact(words.text("declarations.witness"), witness.name() + " · " + said(declaration.witness(), words)));
    if (!work.reason().isEmpty()) facts.add(new MatterCase.Fact(words.text("declarations.reason"), work.reason()));
    FileId document = declaration.document();
    List<MatterCase.Paper> papers = document == null ? List.of()
        : files.find(document).map(file -> new MatterCase.Paper(file.name(), file.id().address())).stream().toList();
    return new MatterCase(work.title(), facts, papers, List.of(), null, choices(words));
  }

  private static String said(@Nullable String said, Words words) {
    return words.text("declarations.said." + (said == null ? "nothing" : said));
  }

  private static List<MatterCase.Choice> choices(Words words) {
    List<MatterCase.Reason> reasons = Stream.of("not-volunteering", "untrue", "elsewhere", "other")
        .map(code -> new MatterCase.Reason(code, words.text("declarations.reason." + code))).toList();
    return List.of(new MatterCase.Choice(DeclarationMatters.RAISED, words.text("declarations.choice.raised"), false, List.of(), true),
        new MatterCase.Choice(DeclarationMatters.KEPT, words.text("declarations.choice.kept"), false, List.of(), true),
        new MatterCase.Choice(DeclarationMatters.REFUSED, words.text("declarations.choice.refused"), true, reasons, true));
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public Set<FileKind> accepts() {
    return EnumSet.allOf(FileKind.class);
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    return person != null && table.byDocument(file.id()).flatMap(table::find).filter(declaration -> territories.covers(person, declaration.whereabouts())).isPresent();
  }
}
