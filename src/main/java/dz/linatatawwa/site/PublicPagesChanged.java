package dz.linatatawwa.site;

/** Something that public pages show has changed: those kept in memory are made anew, on every node. */
public record PublicPagesChanged() {

  /** By which the nodes tell each other ({@code nodes.Heard}). */
  public static final String WORD = "pages";
}
