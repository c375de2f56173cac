package dz.linatatawwa.site;

import java.util.Collection;
import java.util.List;

/** What one room shows to everybody, one kind of thing: a bean of the room. The rooms that gather things of all kinds (search over all, feeds, the map of the site)
 *  ask it, and hear of changes by triggers on the room's tables or by {@link FindableChanged}. The kind needs its words: {@code search.kind.<kind>}. */
public interface FindableThings {

  /** The kind's name: small Latin letters, {@code opportunity}. */
  String kind();

  /** Those of these that everybody may see now, in any order; the others are left out. */
  List<Findable> read(Collection<Long> ids);

  /** Numbers of all that everybody may see, in their order, from the one behind this number on.
   *  @param most so many at once */
  List<Long> after(long id, int most);

  /** Numbers of what may come, go or change by the clock alone, without anybody writing anything; asked for once an hour. */
  default List<Long> restless() {
    return List.of();
  }
}
