package dz.linatatawwa.api.web;

import dz.linatatawwa.opportunities.Audiences;
import dz.linatatawwa.opportunities.OpportunityForm;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.Problems;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;

/** What an organisation says of an opportunity: what the form of its desk asks, under the same rules. A draft may lack anything. */
record OpportunityInput(@Schema(maxLength = 160, example = "Nettoyage de la plage") @Nullable String title, @Schema(maxLength = 300) @Nullable String summary,
    @Schema(maxLength = 5000) @Nullable String description, @Schema(description = "Code of /api/v1/fields", maxLength = 40, example = "ENV") @Nullable String field,
    @Schema(maxLength = 60) @Nullable String activity, @Schema(minimum = "1", maximum = "999999999999999999") @Nullable Long campaign,
    @Schema(description = "Code of /api/v1/communes; not for what is remote", pattern = "^[0-9]{4}$", example = "1601") @Nullable String commune,
    @Schema(maxLength = 200) @Nullable String address, @Nullable Boolean remote,
    @ArraySchema(maxItems = 7, schema = @Schema(allowableValues = {"pupil", "student", "trainee", "employed", "unemployed", "at-home", "retired"})) @Nullable List<String> audiences,
    @Schema(minimum = "5", maximum = "99", defaultValue = "19") @Nullable Integer minAge, @Schema(maxLength = 1000) @Nullable String bring,
    @Schema(maxLength = 1000) @Nullable String access, @ArraySchema(maxItems = 30, schema = @Schema(maxLength = 40)) @Nullable List<String> skills,
    @Schema(allowableValues = {"at-once", "by-hand"}, defaultValue = "at-once") @Nullable String answer,
    @Schema(allowableValues = {"free", "compulsory", "curricular", "paid"}, defaultValue = "free") @Nullable String nature,
    @Schema(minimum = "0", maximum = "240", defaultValue = "30") @Nullable Integer graceMinutes) {

  private static final int LONGEST_CODE = 60;
  private static final int MOST_SKILLS = 30;

  /** As the form of the desk.
   *  @throws ApiRefusal for codes that are none: a form cannot send them */
  OpportunityForm form() {
    Problems problems = Problems.none();
    known("audiences", audiences, Audiences.ALL, Audiences.ALL.size(), problems);
    known("skills", skills, Audiences.SKILLS, MOST_SKILLS, problems);
    if (commune != null && !commune.matches("[0-9]{4}")) problems.add("commune", "site.problem.place");
    if (activity != null && activity.length() > LONGEST_CODE) problems.add("activity", "site.problem.choice");
    if (campaign != null && campaign < 1) problems.add("campaign", "site.problem.choice");
    if (answer != null && !answer.equals("at-once") && !answer.equals("by-hand")) problems.add("answer", "site.problem.choice");
    if (problems.any()) throw ApiRefusal.of(problems);
    LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
    String[] fields = {"title", title, "summary", summary, "description", description, "field", field, "activity", activity, "campaign", text(campaign), "commune", commune,
        "address", address, "remote", text(remote), "minAge", text(minAge), "bring", bring, "access", access, "answer", answer, "nature", nature, "grace", text(graceMinutes)};
    for (int i = 0; i < fields.length; i += 2) if (fields[i + 1] != null) typed.add(fields[i], fields[i + 1]);
    if (audiences != null) typed.addAll("audiences", audiences);
    if (skills != null) typed.addAll("skills", skills);
    return OpportunityForm.read(typed);
  }

  /** What is wrong, under the names that the body has. */
  static Problems named(Problems problems) {
    Problems named = Problems.none();
    problems.all().forEach(one -> named.add(one.field().equals("grace") ? "graceMinutes" : one.field(), one.key(), one.arguments().toArray()));
    return named;
  }

  private static void known(String name, @Nullable List<String> sent, List<String> all, int most, Problems problems) {
    if (sent != null && (sent.size() > most || sent.contains(null) || !all.containsAll(sent))) problems.add(name, "site.problem.choice");
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
