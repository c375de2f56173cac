package dz.linatatawwa.database;

/** The database cannot be had; the message says why in one line that a person can act on. */
public class DatabaseTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseTrouble(String message) {
    super(message);
  }

  DatabaseTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
