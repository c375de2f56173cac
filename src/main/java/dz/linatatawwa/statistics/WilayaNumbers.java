package dz.linatatawwa.statistics;

import dz.linatatawwa.language.LocalName;

/** The numbers of one wilaya; a negative one is not shown (rule 11).
 *  @param active        volunteers who live here and gave an hour or more in twelve months
 *  @param minutes       confirmed here, ever, in the grades that count
 *  @param organizations verified, with their seat here
 *  @param opportunities open here, with a coming shift */
public record WilayaNumbers(String code, LocalName name, long active, long minutes, long organizations, long opportunities) {

  /** Stands for a number that is not shown. */
  public static final long HIDDEN = -1;
}
