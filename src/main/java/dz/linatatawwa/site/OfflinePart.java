package dz.linatatawwa.site;

import java.util.List;

/** A page that a room wants to be there without network: the same for everybody, filled by its script with what is kept on the phone.
 *  It is kept once a page asks for it by name ({@code data-keep}), in every language.
 *  @param name    by which pages ask for it
 *  @param match   a regular expression of JavaScript for the paths that it answers
 *  @param page    the path at which the server shows it to anybody
 *  @param assets  scripts and other files that it needs, as in the source tree */
public record OfflinePart(String name, String match, String page, List<String> assets) {

  public OfflinePart {
    assets = List.copyOf(assets);
  }
}
