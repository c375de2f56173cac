package dz.linatatawwa.carriers;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Web push: sealed for the one browser that can open it (RFC 8291), handed to the server of its maker (RFC 8030). */
class PushCarrier implements Carrier {

  /** Said of a browser that does not want notes any more: its address may be forgotten. */
  static final String GONE = "gone";

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration BUSY = Duration.ofSeconds(30);
  private static final int DAY_SECONDS = 86_400;
  private static final int SOON_SECONDS = 3_600;

  private final HttpClient client;
  private final PushHosts hosts;
  private final PushKeys keys;

  PushCarrier(HttpClient client, PushHosts hosts, PushKeys keys) {
    this.client = client;
    this.hosts = hosts;
    this.keys = keys;
  }

  static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
  }

  @Override
  public String channel() {
    return "push";
  }

  @Override
  public Carried carry(Parcel parcel) throws IOException, InterruptedException {
    if (!(parcel instanceof Parcel.Push push)) throw new IllegalArgumentException("no push note: " + parcel.id());
    if (!hosts.admits(push.to().endpoint())) return new Carried.Refused(GONE);
    URI endpoint = URI.create(push.to().endpoint());
    if (!hosts.outside(endpoint.getHost())) return new Carried.Refused("inside");
    HttpResponse<Void> answer = client.send(request(push, endpoint), HttpResponse.BodyHandlers.discarding());
    return switch (answer.statusCode()) {
      case 200, 201, 202, 204 -> Carried.Handed.PLAINLY;
      case 404, 410 -> new Carried.Refused(GONE);
      case 413 -> new Carried.Refused("large");
      case 429, 503 -> new Carried.Later(Pauses.asked(answer, BUSY));
      default -> throw new IOException("the push server answered " + answer.statusCode());
    };
  }

  private HttpRequest request(Parcel.Push push, URI endpoint) {
    EncryptedPushMessage sealed = MessageEncryptions.of().encrypt(UserAgentMessageEncryptionKeyInfo.of(push.to().p256dh(), push.to().auth()), PushMessage.ofUTF8(push.json()));
    return HttpRequest.newBuilder(endpoint).timeout(PATIENCE)
        .header("Authorization", keys.header(push.to().key(), endpoint)).header("Content-Encoding", sealed.contentEncoding()).header("Content-Type", sealed.mediaType())
        .header("TTL", Integer.toString(push.urgent() ? SOON_SECONDS : DAY_SECONDS)).header("Urgency", push.urgent() ? "high" : "normal")
        .header("Topic", "n" + push.id())
        .POST(HttpRequest.BodyPublishers.ofByteArray(sealed.toBytes())).build();
  }
}
