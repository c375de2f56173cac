package dz.linatatawwa.site;

import org.jspecify.annotations.Nullable;

/** Something outside that the platform needs is away for a while: whoever asked is told to come again soon (503, with the seconds). */
public class Away extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** @param message what was tried, for the log; nobody else sees it */
  protected Away(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
