package dz.linatatawwa.programmes.web;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.programmes.Cohort;
import dz.linatatawwa.programmes.ProgressFilter;
import java.util.List;

/** Reads out of an address which members an institution looks at; what is no filter of ours is left out. */
final class ProgressFilters {

  private ProgressFilters() {}

  static ProgressFilter of(String cohort, String reached, String q, List<Cohort> cohorts) {
    Long group = cohorts.stream().filter(one -> Long.toString(one.id()).equals(cohort)).map(Cohort::id).findFirst().orElse(null);
    Boolean done = reached.equals("yes") ? Boolean.TRUE : reached.equals("no") ? Boolean.FALSE : null;
    String words = Typed.line(q.length() > 120 ? q.substring(0, 120) : q);
    return new ProgressFilter(group, done, words.isEmpty() ? null : words);
  }

  static int page(String typed) {
    return typed.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed) : 1;
  }
}
