package dz.linatatawwa.files;

import dz.linatatawwa.site.Away;

/** The store of files cannot be reached or does not answer as it should; the message says what was tried. */
class StoreAway extends Away {

  private static final long serialVersionUID = 1L;

  StoreAway(String message, Throwable cause) {
    super(message + ": " + cause, cause);
  }

  StoreAway(String message) {
    super(message, null);
  }
}
