package dz.linatatawwa.integrity.web;

/** One claim of the evidence in words; what is empty is not known or does not apply.
 *  @param desk address of the shift's hours, where this reader may settle them */
public record EvidenceRow(String name, String title, String place, String when, String time, String state, String stateCode, String applied, String attended,
    String entered, String decided, String desk) {}
