package dz.linatatawwa.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The three headers of Standard Webhooks 1.0.0: the message's number, the moment of this try, and the signatures over both and the body. */
@Component
class HookSigning {

  private final HookTable table;
  private final HookSecrets secrets;
  private final HookKeys keys;

  HookSigning(HookTable table, HookSecrets secrets, HookKeys keys) {
    this.table = table;
    this.secrets = secrets;
    this.keys = keys;
  }

  /** @return the headers; after a change of secrets both sign, so that no message is lost while the receiver changes over */
  Map<String, String> headers(HookParcel parcel, Instant now) {
    String moment = Long.toString(now.getEpochSecond());
    String signed = parcel.id() + "." + moment + "." + parcel.body();
    List<String> signatures = new ArrayList<>();
    for (byte[] sealed : table.secrets(parcel.hook(), now)) signatures.add("v1," + hmac(secrets.open(sealed, parcel.hook()), signed));
    signatures.add("v1a," + keys.sign(signed));
    return Map.of("webhook-id", parcel.id(), "webhook-timestamp", moment, "webhook-signature", String.join(" ", signatures));
  }

  private static String hmac(byte[] secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
