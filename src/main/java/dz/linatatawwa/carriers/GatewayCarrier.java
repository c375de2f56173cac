package dz.linatatawwa.carriers;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.io.JsonStringEncoder;

/** SMS through a gateway that takes HTTP: the settings name its address, its authorization, and the shape of what it wants. */
class GatewayCarrier implements Carrier {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration BUSY = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
  private final SmsRules rules;
  private final Pattern accepted;

  GatewayCarrier(SmsRules rules) {
    this.rules = rules;
    this.accepted = Pattern.compile(rules.accepted());
  }

  @Override
  public String channel() {
    return "sms";
  }

  @Override
  public Carried carry(Parcel parcel) throws IOException, InterruptedException {
    if (!(parcel instanceof Parcel.Sms sms)) throw new IllegalArgumentException("no text message: " + parcel.id());
    HttpResponse<String> answer = client.send(request(sms), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    int status = answer.statusCode();
    if (status == 429 || status == 503) return new Carried.Later(Pauses.asked(answer, BUSY));
    if (status == 400 || status == 422) return new Carried.Refused("HTTP " + status);
    if (status < 200 || status > 299) throw new IOException("the gateway answered " + status);
    if (!accepted.matcher(answer.body()).find()) throw new IOException("the gateway did not accept it");
    return new Carried.Handed(null, SmsText.of(sms.text()).parts().size());
  }

  private HttpRequest request(Parcel.Sms sms) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(filled(rules.url(), sms, GatewayCarrier::encoded))).timeout(PATIENCE);
    if (!rules.authorization().isEmpty()) request.header("Authorization", rules.authorization());
    if (rules.method().equals("GET")) return request.GET().build();
    boolean form = rules.contentType().startsWith("application/x-www-form-urlencoded");
    return request.header("Content-Type", rules.contentType())
        .method(rules.method(), HttpRequest.BodyPublishers.ofString(filled(rules.body(), sms, form ? GatewayCarrier::encoded : GatewayCarrier::quoted))).build();
  }

  /** The text is filled in last: what it says is not looked through again. */
  private static String filled(String shape, Parcel.Sms sms, UnaryOperator<String> written) {
    return shape.replace("{to}", written.apply(sms.to())).replace("{id}", Long.toString(sms.id())).replace("{text}", written.apply(sms.text()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
  }
}
