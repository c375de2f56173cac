package dz.linatatawwa.certificates;

/** One certificate of a batch.
 *  @param name of the person, for those who run the organisation */
public record BatchLine(String name, Certificate certificate) {}
