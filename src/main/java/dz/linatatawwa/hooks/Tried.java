package dz.linatatawwa.hooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one try to tell went.
 *  @param status what the receiver answered; null: nobody answered
 *  @param fault  why nobody did, as a code with words {@code hooks.fault.CODE}; null: somebody did
 *  @param answer the first letters of what was answered
 *  @param pause  so long the receiver asked to be left alone; null: it did not */
record Tried(@Nullable Integer status, @Nullable String fault, String answer, @Nullable Duration pause) {

  static Tried failed(String fault) {
    return new Tried(null, fault, "", null);
  }

  boolean arrived() {
    Integer said = status;
    return said != null && said >= 200 && said < 300;
  }

  /** Never again, says the receiver. */
  boolean gone() {
    return status != null && status == 410;
  }
}
