package dz.linatatawwa.figures;

import java.time.Instant;

/** Who came and who stayed away.
 *  @param asOf      everything that was in the ledger at this moment is counted, and nothing later
 *  @param newcomers persons of the period who had not given an hour before it
 *  @param returning persons of the period who had: with the newcomers they are all persons of the period
 *  @param lapsed    persons of the period before it who are not persons of this one; 0 where nothing stands before it */
public record Movement(Question question, Instant asOf, long newcomers, long returning, long lapsed) {}
