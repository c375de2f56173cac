package dz.linatatawwa.stories.web;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryDraft;
import dz.linatatawwa.stories.StoryKind;
import dz.linatatawwa.stories.StoryText;
import dz.linatatawwa.stories.StoryWords;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed of a story, as it was typed: values by name of the field. */
public record StoryForm(Map<String, String> typed) {

  private static final int MOST_TITLE = 160;
  private static final int MOST_SUMMARY = 300;
  private static final int MOST_BODY = 20_000;

  public StoryForm {
    typed = Map.copyOf(typed);
  }

  static StoryForm of(Story story) {
    Map<String, String> typed = new HashMap<>(Map.of("kind", story.kind().code(), "was", Integer.toString(story.newest())));
    if (story.wilaya() != null) typed.put("wilaya", story.wilaya().value());
    if (story.field() != null) typed.put("field", story.field());
    put(typed, "Ar", story.words().ar());
    put(typed, "Fr", story.words().fr());
    put(typed, "En", story.words().en());
    return new StoryForm(typed);
  }

  private static void put(Map<String, String> typed, String language, StoryText text) {
    typed.put("title" + language, text.title());
    typed.put("summary" + language, text.summary());
    typed.put("body" + language, text.body());
  }

  /** As typed; empty where nothing was. */
  public String get(String name) {
    return typed.getOrDefault(name, "");
  }

  /** From which revision its writer began; 0 where the form does not say. */
  int was() {
    return get("was").matches("[1-9]\\d{0,8}") ? Integer.parseInt(get("was")) : 0;
  }

  /** Reads it, or says what is wrong. A draft needs no more than its title in Arabic. */
  Optional<StoryDraft> read(Places places, Taxonomy taxonomy, Problems problems) {
    Optional<StoryKind> kind = StoryKind.of(get("kind"));
    if (kind.isEmpty()) problems.add("kind", "site.problem.choice");
    String wilaya = Typed.line(get("wilaya"));
    boolean known = wilaya.matches("\\d\\d") && places.wilaya(new WilayaCode(wilaya)).isPresent();
    if (!wilaya.isEmpty() && !known) problems.add("wilaya", "site.problem.choice");
    String field = Typed.line(get("field"));
    if (!field.isEmpty() && taxonomy.field(field).isEmpty()) problems.add("field", "site.problem.choice");
    StoryText ar = written("Ar", problems);
    if (ar.title().length() < 3) problems.add("titleAr", ar.title().isEmpty() ? "site.problem.required" : "stories.problem.title");
    StoryWords words = new StoryWords(ar, written("Fr", problems), written("En", problems));
    if (problems.any()) return Optional.empty();
    return kind.map(one -> new StoryDraft(one, known ? new WilayaCode(wilaya) : null, field.isEmpty() ? null : field, words));
  }

  private StoryText written(String language, Problems problems) {
    String title = checked("title" + language, Typed.line(get("title" + language)), MOST_TITLE, problems);
    String summary = checked("summary" + language, Typed.line(get("summary" + language)), MOST_SUMMARY, problems);
    String body = checked("body" + language, Typed.text(get("body" + language)), MOST_BODY, problems);
    return new StoryText(title, summary, body);
  }

  private String checked(String name, String read, int most, Problems problems) {
    if (read.length() > most) problems.add(name, "site.problem.tooLong", most);
    if (Typed.deceives(get(name))) problems.add(name, "site.problem.characters");
    return read;
  }

  /** The languages in the order of the form, as the names of fields end. */
  public static List<String> languages() {
    return List.of("Ar", "Fr", "En");
  }
}
