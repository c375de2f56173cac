package dz.linatatawwa.stories.web;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.stories.SentDraft;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody typed of what they lived: values by name of the field. */
public record TellingForm(Map<String, String> typed) {

  private static final int LEAST = 30;
  private static final int MOST = 5000;

  public TellingForm {
    typed = Map.copyOf(typed);
  }

  /** As typed; empty where nothing was. */
  public String get(String name) {
    return typed.getOrDefault(name, "");
  }

  /** Reads it, or says what is wrong. @param pictured whether a picture came along */
  Optional<SentDraft> read(boolean pictured, Problems problems) {
    Optional<Language> language = Language.of(get("language")).filter(one -> one != Language.KAB);
    if (language.isEmpty()) problems.add("language", "site.problem.choice");
    String title = title(problems);
    String body = body(problems);
    if (!get("named").matches("first|whole")) problems.add("named", "site.problem.choice");
    String shows = pictured ? shows(problems) : null;
    String people = people("others".equals(shows), problems);
    if (!get("agree").equals("true")) problems.add("agree", "stories.problem.agree");
    return problems.any() || language.isEmpty() ? Optional.empty() : Optional.of(new SentDraft(language.get(), title, body, get("named").equals("whole"), shows, people));
  }

  private String title(Problems problems) {
    String title = Typed.line(get("title"));
    if (title.length() < 3) problems.add("title", title.isEmpty() ? "site.problem.required" : "stories.problem.title");
    if (title.length() > 160) problems.add("title", "site.problem.tooLong", 160);
    if (Typed.deceives(get("title"))) problems.add("title", "site.problem.characters");
    return title;
  }

  private String body(Problems problems) {
    String body = Typed.text(get("body"));
    if (body.length() < LEAST) problems.add("body", "stories.problem.body", LEAST);
    if (body.length() > MOST) problems.add("body", "site.problem.tooLong", MOST);
    if (Typed.deceives(get("body"))) problems.add("body", "site.problem.characters");
    return body;
  }

  private @Nullable String shows(Problems problems) {
    if (get("shows").matches("nobody|me|others")) return get("shows");
    problems.add("shows", "stories.problem.shows");
    return null;
  }

  private String people(boolean needed, Problems problems) {
    String people = Typed.line(get("people"));
    if (needed && people.length() < 2) problems.add("people", "stories.problem.people");
    if (people.length() > 300) problems.add("people", "site.problem.tooLong", 300);
    if (Typed.deceives(get("people"))) problems.add("people", "site.problem.characters");
    return needed ? people : "";
  }
}
