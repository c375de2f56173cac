package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.language.LocalName;

/** Whose numbers a page shows.
 *  @param scope   what is counted
 *  @param code    as addresses and tables write it: DZ, 19, 1901, or a number
 *  @param name    to be read
 *  @param address of its page, without a query
 *  @param above   address of what it lies in or belongs to; empty for the nation */
public record Subject(Kind kind, Scope scope, String code, LocalName name, String address, String above) {

  /** What has numbers of its own. */
  public enum Kind {
    NATION, WILAYA, COMMUNE, ORGANIZATION, CAMPAIGN, PROGRAMME;

    /** Whether it is a part of the country, so that the public may ask for one trait more. */
    public boolean place() {
      return this == NATION || this == WILAYA || this == COMMUNE;
    }
  }
}
