package dz.linatatawwa.integrity.web;

import dz.linatatawwa.integrity.Doubt;
import java.util.List;

/** A doubt as the queue lists it.
 *  @param sum     as it is added up
 *  @param reasons the heaviest two, in words
 *  @param more    how many others there are
 *  @param checks  the names of the checks that count */
public record DoubtRow(Doubt doubt, String title, String organization, String place, String sum, List<String> checks, List<String> reasons, int more) {}
