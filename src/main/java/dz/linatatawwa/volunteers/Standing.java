package dz.linatatawwa.volunteers;

/** What somebody who leads a day must know of a person's age.
 *  @param age       surely reached on the day asked for
 *  @param minor     under the age of majority
 *  @param consented a guardian's consent stands */
public record Standing(int age, boolean minor, boolean consented) {}
