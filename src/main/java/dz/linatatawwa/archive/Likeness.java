package dz.linatatawwa.archive;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.organizations.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** How much two operations look like one, and why, so that a person can judge.
 *  @param score out of 100; from {@value #PROPOSED} on the two are proposed for merging
 *  @param whys  message keys */
public record Likeness(int score, List<String> whys) {

  static final int PROPOSED = 60;
  private static final int TITLE = 55;
  private static final int BODY = 15;
  private static final int COMMUNE = 15;
  private static final int WILAYA = 8;
  private static final int SAME_DAYS = 15;
  private static final int NEAR_DAYS = 8;
  private static final int NEAR = 7;

  public Likeness {
    whys = List.copyOf(whys);
  }

  public static Likeness of(Operation one, Operation other) {
    List<String> whys = new ArrayList<>();
    int score = title(one, other, whys) + time(one.told().when(), other.told().when(), whys) + place(one.told(), other.told(), whys);
    if (sameBody(one, other)) {
      score += BODY;
      whys.add("archive.twin.body");
    }
    return new Likeness(Math.clamp(score, 0, 100), whys);
  }

  private static int title(Operation one, Operation other, List<String> whys) {
    SortedSet<String> words = TwinKeys.words(one.told().title());
    SortedSet<String> others = TwinKeys.words(other.told().title());
    SortedSet<String> both = new TreeSet<>(words);
    both.retainAll(others);
    SortedSet<String> all = new TreeSet<>(words);
    all.addAll(others);
    if (both.isEmpty()) return 0;
    whys.add(both.size() == all.size() ? "archive.twin.title" : "archive.twin.words");
    return TITLE * both.size() / all.size();
  }

  private static int time(When one, When other, List<String> whys) {
    if (one.equals(other)) {
      whys.add("archive.twin.days");
      return SAME_DAYS;
    }
    long apart = Math.max(one.first().toEpochDay() - other.last().toEpochDay(), other.first().toEpochDay() - one.last().toEpochDay());
    if (apart > NEAR) return -TITLE;
    whys.add(apart <= 0 ? "archive.twin.overlap" : "archive.twin.near");
    return NEAR_DAYS;
  }

  private static int place(Told one, Told other, List<String> whys) {
    if (one.commune() != null && one.commune().equals(other.commune())) {
      whys.add("archive.twin.commune");
      return COMMUNE;
    }
    if (!Objects.equals(one.wilaya(), other.wilaya())) return -TITLE;
    whys.add("archive.twin.wilaya");
    return one.commune() != null && other.commune() != null ? 0 : WILAYA;
  }

  private static boolean sameBody(Operation one, Operation other) {
    OrganizationId ours = one.told().organization();
    if (ours != null && ours.equals(other.told().organization())) return true;
    String body = one.body(Language.AR);
    return !body.isEmpty() && Folding.fold(body).equals(Folding.fold(other.body(Language.AR)));
  }
}
