package dz.linatatawwa.carriers;

/** The network tells what became of a text message that it took: an event of Spring, heard at once and stored nowhere.
 *  @param reference as {@link Carried.Handed} gave it
 *  @param arrived   whether it is on the phone; else it never will be
 *  @param state     as SMPP writes it: DELIVRD, EXPIRED, UNDELIV, REJECTD, DELETED */
public record Receipt(String reference, boolean arrived, String state) {}
