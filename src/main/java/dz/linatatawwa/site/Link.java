package dz.linatatawwa.site;

/** A chip, a tab or another link of a row.
 *  @param current whether it stands for what is shown now */
public record Link(String label, String href, boolean current) {}
