package dz.linatatawwa.participation;

/** Somebody who has no account and comes under another's application.
 *  @param id        0 while not yet stored
 *  @param name      as the applicant wrote it, 2 to 120 characters; a dash once it was forgotten
 *  @param agreed    the applicant agrees as the guardian: only for their own child
 *  @param takenOver has an account now and took the seat over */
public record NamedPerson(long id, String name, int birthYear, Relation relation, boolean agreed, boolean takenOver) {

  /** Version of the words by which a parent agrees. */
  static final int CONSENT_VERSION = 1;

  public NamedPerson {
    if (name.isEmpty() || name.length() > 120) throw new IllegalArgumentException("not a name: " + name.length() + " characters");
    if (agreed && relation != Relation.CHILD) throw new IllegalArgumentException("nobody agrees for a " + relation);
  }

  /** Of somebody who is to be named. */
  public static NamedPerson of(String name, int birthYear, Relation relation, boolean agreed) {
    return new NamedPerson(0, name, birthYear, relation, agreed && relation == Relation.CHILD, false);
  }

  /** What somebody is to who applies. */
  public enum Relation {
    CHILD, SPOUSE, PARENT, SIBLING, RELATIVE, FRIEND;

    /** As the database and keys of words write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static java.util.Optional<Relation> of(String code) {
      return java.util.Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }
}
