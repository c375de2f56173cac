package dz.linatatawwa.supervision;

import dz.linatatawwa.places.WilayaCode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one person looks after: the whole nation, some wilayas, parts of them, or nothing. */
public record Territory(List<Extent> extents) {

  /** Nothing. */
  public static final Territory NONE = new Territory(List.of());
  /** Everything. */
  public static final Territory NATION = new Territory(List.of(Extent.NATION));

  public Territory {
    extents = List.copyOf(extents);
  }

  /** Whether it is the nation as a whole. */
  public boolean nation() {
    return extents.contains(Extent.NATION);
  }

  /** The wilayas that are looked after as a whole, one by one; where it is the nation there need be none. */
  public List<WilayaCode> wilayas() {
    return extents.stream().filter(Extent::whole).map(Extent::wilaya).filter(Objects::nonNull).distinct().toList();
  }

  /** Whether all of this wilaya is looked after. @param wilaya null: what belongs to the nation alone */
  public boolean covers(@Nullable WilayaCode wilaya) {
    return nation() || (wilaya != null && wilayas().contains(wilaya));
  }

  /** Whether everything of an extent lies in it. */
  public boolean holds(Extent other) {
    return extents.stream().anyMatch(one -> one.holds(other));
  }

  /** Whether there is nothing: then the person is no supervisor. */
  public boolean none() {
    return extents.isEmpty();
  }

  /** Whether there is a nation or a wilaya as a whole: the desks beyond the queue are for those. */
  public boolean whole() {
    return extents.stream().anyMatch(Extent::whole);
  }
}
