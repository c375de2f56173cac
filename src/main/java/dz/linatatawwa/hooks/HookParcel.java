package dz.linatatawwa.hooks;

import java.time.Instant;
import java.util.UUID;

/** A message that somebody has taken to carry.
 *  @param event names it for its receiver, the same in each try
 *  @param data  of the message, as JSON
 *  @param tries with this one */
record HookParcel(long delivery, HookId hook, String address, UUID event, String kind, String data, Instant madeAt, int tries) {

  /** As the receiver reads it in {@code webhook-id}. */
  String id() {
    return "evt_" + event.toString().replace("-", "");
  }

  /** The body, always the same bytes: the signature is over them. */
  String body() {
    return "{\"type\":\"" + kind + "\",\"timestamp\":\"" + madeAt + "\",\"data\":" + data + "}";
  }
}
