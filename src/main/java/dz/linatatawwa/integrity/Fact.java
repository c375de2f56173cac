package dz.linatatawwa.integrity;

/** A figure of a finding: its name among the stored facts, and how it is read aloud. The order is that of the reason's arguments. */
public record Fact(String name, Kind kind) {

  /** How a figure becomes words. */
  public enum Kind {
    /** A whole number, for plurals. */
    NUMBER,
    /** Minutes, said as hours. */
    MINUTES,
    /** A share of one, said as percent. */
    SHARE,
    /** A day. */
    DAY,
    /** An instant, said as day and time. */
    MOMENT,
    /** The number of an account, said by its name. */
    PERSON,
    /** The code of a commune, said by its name. */
    PLACE,
    /** One of a few codes: its words are {@code integrity.how.<code>}. */
    HOW
  }

  static Fact number(String name) {
    return new Fact(name, Kind.NUMBER);
  }

  static Fact minutes(String name) {
    return new Fact(name, Kind.MINUTES);
  }

  static Fact share(String name) {
    return new Fact(name, Kind.SHARE);
  }

  static Fact day(String name) {
    return new Fact(name, Kind.DAY);
  }

  static Fact moment(String name) {
    return new Fact(name, Kind.MOMENT);
  }

  static Fact person(String name) {
    return new Fact(name, Kind.PERSON);
  }

  static Fact place(String name) {
    return new Fact(name, Kind.PLACE);
  }

  static Fact how(String name) {
    return new Fact(name, Kind.HOW);
  }
}
