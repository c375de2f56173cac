package dz.linatatawwa.certificates;

/** What somebody wants on paper.
 *  @param kind hours or book; a list is sealed by {@link Certificates#sealed} */
public record Asked(Kind kind, Scope scope, Span span) {

  public Asked {
    if (kind == Kind.LIST) throw new IllegalArgumentException("a list is about several people");
  }

  /** One page about all hours. */
  public static final Asked EVERYTHING = new Asked(Kind.HOURS, Scope.ALL, Span.ALWAYS);
}
