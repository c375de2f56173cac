package dz.linatatawwa.notices;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.io.JsonStringEncoder;

/** SMS through a gateway that takes JSON over HTTP: the settings name its address, its authorization, and the shape of its body. */
class SmsCarrier implements Carrier {

  /** The body where no setting gives another: {@code {to}} and {@code {text}} stand inside JSON strings, {@code {id}} lets the gateway see repeats. */
  static final String USUAL_BODY = "{\"to\":\"{to}\",\"text\":\"{text}\",\"reference\":\"{id}\"}";

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
  private final LetterPaper paper;
  private final URI url;
  private final String authorization;
  private final String body;

  SmsCarrier(LetterPaper paper, String url, String authorization, String body) {
    this.paper = paper;
    this.url = URI.create(url);
    this.authorization = authorization;
    this.body = body;
  }

  @Override
  public String channel() {
    return "sms";
  }

  @Override
  public void carry(Letter letter) throws IOException, InterruptedException {
    String filled = body.replace("{to}", quoted(letter.address())).replace("{id}", Long.toString(letter.id())).replace("{text}", quoted(paper.sms(letter)));
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(PATIENCE).header("Content-Type", "application/json; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(filled));
    if (!authorization.isEmpty()) request.header("Authorization", authorization);
    int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status < 200 || status > 299) throw new IOException("the gateway answered " + status);
  }

  private static String quoted(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
  }
}
