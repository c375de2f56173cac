package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a coordinator typed about an opportunity, as typed: nothing is lost when something is wrong with it. */
public record OpportunityForm(Map<String, String> typed, List<String> audiences, List<String> skills) {

  /** The longest texts, by field. */
  private static final Map<String, Integer> LONGEST = Map.of("title", 160, "summary", 300, "description", 5000, "address", 200, "bring", 1000,
      "access", 1000);

  private static final List<String> FIELDS = List.of("title", "summary", "description", "field", "activity", "campaign", "wilaya", "commune",
      "address", "remote", "minAge", "bring", "access", "answer", "nature", "grace");

  public OpportunityForm {
    typed = Map.copyOf(typed);
    audiences = List.copyOf(audiences);
    skills = List.copyOf(skills);
  }

  /** From a form that was sent. */
  public static OpportunityForm read(MultiValueMap<String, String> sent) {
    Map<String, String> typed = new java.util.HashMap<>();
    for (String field : FIELDS) typed.put(field, Optional.ofNullable(sent.getFirst(field)).orElse(""));
    return new OpportunityForm(typed, known(sent.get("audiences"), Audiences.ALL), known(sent.get("skills"), Audiences.SKILLS));
  }

  /** From what is kept. */
  public static OpportunityForm of(Opportunity it) {
    return new OpportunityForm(Map.ofEntries(Map.entry("title", it.title()), Map.entry("summary", it.summary()),
        Map.entry("description", it.description()), Map.entry("field", text(it.field())), Map.entry("activity", text(it.activity())),
        Map.entry("campaign", text(it.campaign())), Map.entry("wilaya", text(it.wilaya())), Map.entry("commune", text(it.commune())),
        Map.entry("address", it.address()), Map.entry("remote", it.remote() ? "true" : ""), Map.entry("minAge", Integer.toString(it.minAge())),
        Map.entry("bring", it.bring()), Map.entry("access", it.access()), Map.entry("answer", it.answer().code()), Map.entry("nature", it.nature().code()),
        Map.entry("grace", Integer.toString(it.graceMinutes()))), Audiences.ALL.stream().filter(it.audiences()::contains).toList(), it.skills());
  }

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean remote() {
    return value("remote").equals("true");
  }

  /** What it says, with what is wrong added to the problems; a draft may lack anything.
   *  @param campaigns numbers of the campaigns that it may join */
  Terms read(Problems problems, Places places, Taxonomy taxonomy, Set<Long> campaigns) {
    LONGEST.forEach((field, most) -> {
      if (Typed.deceives(value(field))) problems.add(field, "site.problem.characters");
      else if (value(field).length() > most) problems.add(field, "site.problem.tooLong", most);
    });
    String field = chosen("field", code -> taxonomy.field(code).isPresent(), problems);
    String activity = value("activity").isEmpty() || taxonomy.activity(value("activity")).filter(found -> found.field().equals(field)).isEmpty()
        ? null : value("activity");
    String campaign = chosen("campaign", code -> code.matches("\\d{1,18}") && campaigns.contains(Long.valueOf(code)), problems);
    Where where = where(problems, places);
    return new Terms(Typed.line(value("title")), Typed.line(value("summary")), Typed.text(value("description")), field, activity,
        campaign == null ? null : Long.valueOf(campaign), where.wilaya, where.commune, Typed.line(value("address")), remote(), audiences,
        number("minAge", 5, 99, 19, problems), Typed.text(value("bring")), Typed.text(value("access")), skills,
        value("answer").equals("by-hand") ? Opportunity.Answer.BY_HAND : Opportunity.Answer.AT_ONCE, nature(problems), number("grace", 0, 240, 30, problems));
  }

  private Nature nature(Problems problems) {
    if (value("nature").isEmpty()) return Nature.FREE;
    return Nature.of(value("nature")).orElseGet(() -> {
      problems.add("nature", "site.problem.choice");
      return Nature.FREE;
    });
  }

  private record Where(@Nullable String wilaya, @Nullable String commune) {}

  private Where where(Problems problems, Places places) {
    Optional<WilayaCode> wilaya = WilayaCode.of(value("wilaya")).filter(code -> places.wilaya(code).isPresent());
    String typedCommune = Typed.line(value("commune"));
    if (typedCommune.isEmpty()) return new Where(null, null);
    Optional<Commune> commune = CommuneCode.of(typedCommune).flatMap(places::commune).or(() -> places.communesNamed(typedCommune).stream()
        .filter(found -> wilaya.isEmpty() || found.wilaya().equals(wilaya.get())).findFirst());
    if (commune.isEmpty()) {
      problems.add("commune", "site.problem.place");
      return new Where(null, null);
    }
    return new Where(commune.get().wilaya().value(), commune.get().code().value());
  }

  private @Nullable String chosen(String field, Predicate<String> known, Problems problems) {
    if (value(field).isEmpty()) return null;
    if (known.test(value(field))) return value(field);
    problems.add(field, "site.problem.choice");
    return null;
  }

  private int number(String field, int least, int most, int otherwise, Problems problems) {
    String digits = Digits.latin(Typed.line(value(field)));
    if (digits.isEmpty()) return otherwise;
    int number = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : -1;
    if (number >= least && number <= most) return number;
    problems.add(field, "site.problem.range", least, most);
    return otherwise;
  }

  private static List<String> known(@Nullable List<String> sent, List<String> all) {
    return sent == null ? List.of() : all.stream().filter(sent::contains).toList();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
