package dz.linatatawwa.taxonomy;

import dz.linatatawwa.language.LocalName;

/** What is done within a field.
 *  @param code  the field's code and a number: ENV-01
 *  @param field the code of its field
 *  @param isco  the unit group of ISCO-08 that does this for a wage: what its hour is worth */
public record Activity(String code, String field, LocalName name, String isco) {}
