package dz.linatatawwa.volunteers;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody typed about themselves; unknown codes are left out.
 *  @param name shown to the organisations they apply to
 *  @param times codes of {@link Availability}
 *  @param sex   a code of {@link Sex}, or nothing
 *  @param education a code of {@link Education}, or nothing */
public record ProfileForm(@Nullable String name, @Nullable String audience, @Nullable String wilaya, @Nullable String commune,
    @Nullable String about, @Nullable List<String> languages, @Nullable List<String> skills, @Nullable List<String> fields,
    @Nullable List<String> times, @Nullable String sex, @Nullable String education) {

  private static final int LONGEST_ABOUT = 1000;

  /** The stored profile, to be changed. */
  public static ProfileForm of(Volunteer volunteer, ForFigures told) {
    return new ProfileForm(volunteer.name(), volunteer.audience().map(Audience::code).orElse(""), volunteer.wilaya().value(),
        volunteer.commune().value(), volunteer.about(), codes(volunteer.languages(), SpokenLanguage::code),
        codes(volunteer.skills(), Skill::code), List.copyOf(volunteer.fields()), codes(volunteer.availability(), Availability::code), told.sex().map(Sex::code).orElse(""), told.education().map(Education::code).orElse(""));
  }

  /** The profile as typed, when nothing is wrong with it. */
  public Optional<Profile> checked(Joining joining, Taxonomy taxonomy, Problems problems) {
    String called = Typed.line(name);
    if (called.length() < 2 || called.length() > 120) problems.add("name", "volunteers.problem.name");
    String text = Typed.text(about);
    if (text.length() > LONGEST_ABOUT) problems.add("about", "volunteers.problem.about", LONGEST_ABOUT);
    Optional<Commune> home = joining.commune(new Joining.Facts("", "", text(wilaya), text(commune)), problems);
    if (problems.any() || home.isEmpty()) return Optional.empty();
    return Optional.of(new Profile(Audience.of(text(audience)), home.get().wilaya(), home.get().code(), text,
        chosen(languages, SpokenLanguage::of), chosen(skills, Skill::of),
        chosen(fields, code -> taxonomy.field(code).map(field -> field.code())), chosen(times, Availability::of),
        new ForFigures(Sex.of(text(sex)), Education.of(text(education)))));
  }

  /** The name, cleaned. */
  public String cleanName() {
    return Typed.line(name);
  }

  /** What was typed in a field, or nothing. */
  public static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** What was ticked, or nothing. */
  public static List<String> list(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }

  private static <T> Set<T> chosen(@Nullable List<String> codes, Function<String, Optional<T>> value) {
    return list(codes).stream().map(value).flatMap(Optional::stream).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static <T> List<String> codes(Set<T> values, Function<T, String> code) {
    return values.stream().map(code).toList();
  }
}
