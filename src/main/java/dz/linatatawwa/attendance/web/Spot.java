package dz.linatatawwa.attendance.web;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Query;

/** Where somebody stands in a roster, to come back there after a deed.
 *  @param q    what was searched for; empty: nothing
 *  @param page of the list, from 1 */
public record Spot(String q, int page) {

  private static final int LAST = 100_000;

  public Spot {
    q = Typed.line(q);
    page = Math.clamp(page, 1, LAST);
  }

  Spot at(int shown) {
    return new Spot(q, shown);
  }

  /** The part of the address that leads there. */
  public Query query() {
    return Query.of("").with("q", q).with("page", page == 1 ? "" : Integer.toString(page));
  }
}
