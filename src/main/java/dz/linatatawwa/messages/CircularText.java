package dz.linatatawwa.messages;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import java.util.Map;
import java.util.function.BiFunction;

/** The words of a circular or of a template: in Arabic always, in the other languages with title and text or not at all. Empty where nothing was typed. */
public record CircularText(String titleAr, String bodyAr, String titleFr, String bodyFr, String titleEn, String bodyEn) {

  public static final CircularText EMPTY = new CircularText("", "", "", "", "", "");

  /** So long may a title and a text be, in characters. */
  public static final int TITLE = 120;
  public static final int BODY = 2000;

  /** What was typed, by name of the field, cleaned. */
  public static CircularText typed(Map<String, String> typed) {
    return new CircularText(Typed.line(typed.get("titleAr")), Typed.text(typed.get("bodyAr")), Typed.line(typed.get("titleFr")), Typed.text(typed.get("bodyFr")),
        Typed.line(typed.get("titleEn")), Typed.text(typed.get("bodyEn")));
  }

  /** Adds what is wrong with it.
   *  @param typed what was typed, before it was cleaned */
  public void look(Map<String, String> typed, Problems problems) {
    look(typed, problems, "titleAr", titleAr, TITLE, true);
    look(typed, problems, "bodyAr", bodyAr, BODY, true);
    look(typed, problems, "titleFr", titleFr, TITLE, !bodyFr.isEmpty());
    look(typed, problems, "bodyFr", bodyFr, BODY, !titleFr.isEmpty());
    look(typed, problems, "titleEn", titleEn, TITLE, !bodyEn.isEmpty());
    look(typed, problems, "bodyEn", bodyEn, BODY, !titleEn.isEmpty());
  }

  private static void look(Map<String, String> typed, Problems problems, String field, String text, int most, boolean needed) {
    if (text.isEmpty() && needed) problems.add(field, "site.problem.required");
    if (text.length() > most) problems.add(field, "site.problem.tooLong", most);
    if (Typed.deceives(typed.get(field))) problems.add(field, "site.problem.characters");
  }

  /** Each of its texts changed, as its language needs it. */
  CircularText changed(BiFunction<Language, String, String> how) {
    return new CircularText(how.apply(Language.AR, titleAr), how.apply(Language.AR, bodyAr), how.apply(Language.FR, titleFr), how.apply(Language.FR, bodyFr),
        how.apply(Language.EN, titleEn), how.apply(Language.EN, bodyEn));
  }

  /** Its titles. */
  public LocalName title() {
    return name(titleAr, titleFr, titleEn);
  }

  /** Its texts. */
  public LocalName body() {
    return name(bodyAr, bodyFr, bodyEn);
  }

  private static LocalName name(String ar, String fr, String en) {
    return new LocalName(ar, fr.isEmpty() ? null : fr, en.isEmpty() ? null : en);
  }
}
