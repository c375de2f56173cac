package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.language.Looks;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.MatterCase.Choice;
import dz.linatatawwa.supervision.MatterCase.Fact;
import dz.linatatawwa.supervision.MatterCase.Paper;
import dz.linatatawwa.supervision.MatterCase.Reason;
import dz.linatatawwa.supervision.MatterCase.Warning;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An organisation that waits to be verified, as a supervisor sees it. */
@Component
class VerificationView implements MatterView {

  private static final List<String> LACKS = List.of("unclear-papers", "wrong-number", "mandate-over", "no-mandate", "other");
  private static final List<String> REFUSALS = List.of("unclear-papers", "wrong-number", "mandate-over", "registered-twice", "not-a-body", "other");

  private final Organizations organizations;
  private final Standing standing;
  private final Documents documents;
  private final Files files;
  private final Places places;
  private final Taxonomy taxonomy;

  VerificationView(Organizations organizations, Standing standing, Documents documents, Files files, Places places, Taxonomy taxonomy) {
    this.organizations = organizations;
    this.standing = standing;
    this.documents = documents;
    this.files = files;
    this.places = places;
    this.taxonomy = taxonomy;
  }

  @Override
  public String kind() {
    return Organizations.VERIFICATION;
  }

  @Override
  public String nameKey() {
    return "organizations.matter.verification";
  }

  @Override
  public String objectKind() {
    return "organization";
  }

  @Override
  public boolean concerns(Matter matter, AccountId person) {
    return organizations.mayRead(person, new OrganizationId(matter.subjectId()));
  }

  @Override
  public MatterCase show(Matter matter, Words words) {
    Organization organization = organizations.find(new OrganizationId(matter.subjectId())).orElseThrow();
    List<Paper> papers = files.find(documents.of(organization.id())).stream().map(file -> new Paper(file.name(), file.id().address())).toList();
    return new MatterCase(organization.profile().nameAr(), facts(organization.profile(), words), papers, warnings(organization, papers, words),
        "/organizations/" + organization.id() + "/oversight", choices(words));
  }

  @Override
  public @Nullable String stays(Matter decided) {
    Matter.Verdict verdict = decided.verdict();
    return verdict == null ? "organizations.undo.changed" : standing.stays(new OrganizationId(decided.subjectId()), verdict.decision());
  }

  @Override
  public void takeBack(Matter decided, AccountId by) {
    standing.takeBack(new OrganizationId(decided.subjectId()), by);
  }

  private List<Fact> facts(Profile profile, Words words) {
    Facts facts = new Facts(words);
    facts.add("organizations.form.kind", words.text(profile.kind().key()));
    facts.add("organizations.form.nameAr", profile.nameAr());
    facts.add("organizations.form.nameFr", profile.nameFr());
    facts.add("organizations.form.scope", words.text(profile.scope().key()));
    facts.add("organizations.form.receiptNumber", profile.receipt().number());
    facts.add("organizations.form.receiptDate", profile.receipt().date() == null ? null : words.date(profile.receipt().date()));
    facts.add("organizations.form.receiptAuthority", profile.receipt().authority() == null ? null : words.text(profile.receipt().authority().key()));
    facts.add("organizations.form.seat", places.name(profile.seat().commune(), words.language()) + " · "
        + places.name(profile.seat().wilaya(), words.language()));
    facts.add("organizations.form.address", profile.seat().address());
    facts.add("organizations.form.president", profile.president());
    facts.add("organizations.form.mandateEnds", profile.mandateEnds() == null ? null : words.date(profile.mandateEnds()));
    facts.add("organizations.form.fields",
        profile.fields().stream().map(field -> taxonomy.name(field, words.language())).collect(Collectors.joining(" · ")));
    facts.add("organizations.form.phone", profile.reach().shownPhone());
    facts.add("organizations.form.email", profile.reach().email());
    facts.add("organizations.form.website", profile.reach().website());
    facts.add("organizations.form.about", profile.about());
    return facts.list;
  }

  private List<Warning> warnings(Organization organization, List<Paper> papers, Words words) {
    List<Warning> warnings = new ArrayList<>();
    if (papers.isEmpty()) warnings.add(new Warning(words.text("organizations.warning.noPapers"), null));
    String names = organization.profile().nameAr() + " / " + Objects.requireNonNullElse(organization.profile().nameFr(), "");
    if (Looks.mixesScripts(names)) warnings.add(new Warning(words.text("organizations.warning.mixedScripts"), null));
    organizations.lookAlikes(organization).forEach(other -> warnings.add(new Warning(words.text("organizations.warning.lookAlike",
        other.profile().nameAr(), places.name(other.profile().seat().wilaya(), words.language()), words.text(other.state().key())),
        page(other, organization))));
    return warnings;
  }

  /** Where its supervisor reads of another one: who looks after this one may look after the other, or sees what everybody sees. */
  private static @Nullable String page(Organization other, Organization decided) {
    boolean looksAfterBoth = decided.supervisedBy() == null || Objects.equals(other.supervisedBy(), decided.supervisedBy());
    return looksAfterBoth ? "/organizations/" + other.id() + "/oversight" : other.verified() ? "/organizations/" + other.id() : null;
  }

  private static List<Choice> choices(Words words) {
    return List.of(new Choice("verified", words.text("organizations.choice.verified"), false, List.of(), false),
        new Choice("asked", words.text("organizations.choice.asked"), false, reasons(LACKS, words), true),
        new Choice("refused", words.text("organizations.choice.refused"), true, reasons(REFUSALS, words), true));
  }

  private static List<Reason> reasons(List<String> codes, Words words) {
    return codes.stream().map(code -> new Reason(code, words.text("organizations.reason." + code))).toList();
  }

  /** Gathers what is known. */
  private static final class Facts {

    private final Words words;
    private final List<Fact> list = new ArrayList<>();

    Facts(Words words) {
      this.words = words;
    }

    void add(String key, @Nullable String value) {
      if (value != null && !value.isBlank()) list.add(new Fact(words.text(key), value));
    }
  }
}
