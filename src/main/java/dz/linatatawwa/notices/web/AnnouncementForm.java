package dz.linatatawwa.notices.web;

import dz.linatatawwa.accounts.WayBack;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said to everybody, as it was typed: Arabic always, the other languages with title and text or not at all.
 *  @param link a path of ours; may be empty */
public record AnnouncementForm(@Nullable String titleAr, @Nullable String bodyAr, @Nullable String titleFr, @Nullable String bodyFr, @Nullable String titleEn, @Nullable String bodyEn,
    @Nullable String link) {

  static final AnnouncementForm EMPTY = new AnnouncementForm("", "", "", "", "", "", "");
  private static final int TITLE = 120;
  private static final int BODY = 2000;

  /** Without blanks round it, and without anything that is null. */
  AnnouncementForm clean() {
    return new AnnouncementForm(Typed.line(titleAr), Typed.text(bodyAr), Typed.line(titleFr), Typed.text(bodyFr), Typed.line(titleEn), Typed.text(bodyEn), Typed.line(link));
  }

  Problems problems() {
    Problems problems = Problems.none();
    look(problems, "titleAr", titleAr(), TITLE, true);
    look(problems, "bodyAr", bodyAr(), BODY, true);
    look(problems, "titleFr", titleFr(), TITLE, !bodyFr().isEmpty());
    look(problems, "bodyFr", bodyFr(), BODY, !titleFr().isEmpty());
    look(problems, "titleEn", titleEn(), TITLE, !bodyEn().isEmpty());
    look(problems, "bodyEn", bodyEn(), BODY, !titleEn().isEmpty());
    if (!link().isEmpty() && (!WayBack.of(link(), "").equals(link()) || link().length() > 300)) problems.add("link", "notices.announcement.problem.link");
    return problems;
  }

  private static void look(Problems problems, String field, String text, int most, boolean needed) {
    if (text.isEmpty() && needed) problems.add(field, "site.problem.required");
    if (text.length() > most) problems.add(field, "site.problem.tooLong", most);
  }

  public String titleAr() {
    return Objects.requireNonNullElse(titleAr, "");
  }

  public String bodyAr() {
    return Objects.requireNonNullElse(bodyAr, "");
  }

  public String titleFr() {
    return Objects.requireNonNullElse(titleFr, "");
  }

  public String bodyFr() {
    return Objects.requireNonNullElse(bodyFr, "");
  }

  public String titleEn() {
    return Objects.requireNonNullElse(titleEn, "");
  }

  public String bodyEn() {
    return Objects.requireNonNullElse(bodyEn, "");
  }

  public String link() {
    return Objects.requireNonNullElse(link, "");
  }
}
