package dz.linatatawwa.supervision;

import dz.linatatawwa.places.WilayaCode;
import org.jspecify.annotations.Nullable;

/** How far a power reaches.
 *  @param wilaya null: the whole nation
 *  @param daira  number of a daira of that wilaya; null: all of it
 *  @param field  code of a field of volunteering; null: every field */
public record Extent(@Nullable WilayaCode wilaya, @Nullable Integer daira, @Nullable String field) {

  /** Everything. */
  public static final Extent NATION = new Extent(null, null, null);

  public Extent {
    if (daira != null && wilaya == null) throw new IllegalArgumentException("daira " + daira + " without its wilaya");
  }

  /** All of a wilaya. @param wilaya null: the nation */
  public static Extent of(@Nullable WilayaCode wilaya) {
    return new Extent(wilaya, null, null);
  }

  /** Whether it is the nation or a wilaya as a whole, in every field. */
  public boolean whole() {
    return daira == null && field == null;
  }

  /** Whether everything of the other lies in this one. */
  public boolean holds(Extent other) {
    return (wilaya == null || wilaya.equals(other.wilaya)) && (daira == null || daira.equals(other.daira)) && (field == null || field.equals(other.field));
  }

  /** Whether it holds the other and more. */
  public boolean exceeds(Extent other) {
    return holds(other) && !equals(other);
  }

  /** @param in the daira in which that lies, or null */
  boolean covers(Whereabouts where, @Nullable Integer in) {
    return (wilaya == null || wilaya.equals(where.wilaya())) && (daira == null || daira.equals(in)) && (field == null || where.fields().contains(field));
  }

  /** As the audit log and addresses write it: {@code nation}, {@code 19}, {@code 19/203}, {@code 19/203/ENV}, {@code 19//ENV}. */
  public String code() {
    String place = wilaya == null ? "nation" : wilaya.value();
    return place + (daira == null ? field == null ? "" : "/" : "/" + daira) + (field == null ? "" : "/" + field);
  }
}
