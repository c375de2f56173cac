package dz.linatatawwa.backups;

/** A copy cannot be taken or brought back; the message says why in one line that a person can act on. */
final class BackupTrouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackupTrouble(String message) {
    super(message);
  }
}
