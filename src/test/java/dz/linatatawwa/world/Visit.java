package dz.linatatawwa.world;

import dz.linatatawwa.accounts.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who visits the platform by plain HTTP, as a browser without scripts does: keeps cookies, sends forms with their token. */
public final class Visit {

  private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final int port;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String language = "ar";
  private String token = "";

  /** Somebody without an account, reading Arabic. */
  public Visit(int port) {
    this.port = port;
  }

  /** Somebody who is signed in. */
  public static Visit as(int port, AccountId account) {
    Visit visit = new Visit(port);
    visit.cookies.put(SignIn.COOKIE, SignIn.as(account));
    return visit;
  }

  /** From now on the browser asks for this language: ar, fr, en. */
  public Visit reading(String code) {
    language = code;
    return this;
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  /** What came back. */
  public record Answer(int status, String body, HttpResponse<String> whole) {
    public Document page() {
      return Jsoup.parse(body);
    }

    /** Where a redirection leads: the path. */
    public String leadsTo() {
      return whole.headers().firstValue("Location").map(address -> address.replaceFirst("^https?://[^/]+", "")).orElse("");
    }

    public Optional<String> header(String name) {
      return whole.headers().firstValue(name);
    }

    public List<String> setCookies() {
      return whole.headers().allValues("Set-Cookie");
    }
  }

  /** Opens a page that may lie behind the door of a person's file: says why where that is asked, and comes back with the page. */
  public Answer open(String path) {
    Answer answer = get(path);
    if (!answer.leadsTo().startsWith("/accesses/new")) return answer;
    Document door = get(answer.leadsTo()).page();
    post("/accesses", Stream.concat(door.select("form[action=/accesses] input[type=hidden]").stream().filter(field -> !field.attr("name").equals("_csrf"))
        .flatMap(field -> Stream.of(field.attr("name"), field.val())), Stream.of("reason", "matter", "words", "")).toArray(String[]::new));
    return get(path);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Sends a form with the token of the last page that showed one (asked for, where none did). */
  public Answer post(String path, String... namesAndValues) {
    if (token.isEmpty()) token = get("/api/session").body().replaceFirst(".*\"token\" ?: ?\"([^\"]+)\".*", "$1");
    StringBuilder body = new StringBuilder(field("_csrf", token));
    for (int i = 0; i < namesAndValues.length; i += 2) body.append('&').append(field(namesAndValues[i], namesAndValues[i + 1]));
    return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Sends a form with one file in it.
   *  @param type the MIME type that the browser claims */
  public Answer postFile(String path, String field, String name, String type, byte[] content, String... namesAndValues) {
    if (token.isEmpty()) token = get("/api/session").body().replaceFirst(".*\"token\" ?: ?\"([^\"]+)\".*", "$1");
    String line = "form-line-5f3a";
    StringBuilder head = new StringBuilder(part(line, "_csrf", token));
    for (int i = 0; i < namesAndValues.length; i += 2) head.append(part(line, namesAndValues[i], namesAndValues[i + 1]));
    head.append("--").append(line).append("\r\nContent-Disposition: form-data; name=\"").append(field).append("\"; filename=\"").append(name)
        .append("\"\r\nContent-Type: ").append(type).append("\r\n\r\n");
    byte[] tail = ("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + line).POST(HttpRequest.BodyPublishers.ofByteArrays(
        List.of(head.toString().getBytes(StandardCharsets.UTF_8), content, tail))));
  }

  private static String part(String line, String name, String value) {
    return "--" + line + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  /** Sends bytes as the bare body, with the token in its header. */
  public Answer postRaw(String path, byte[] body) {
    if (token.isEmpty()) token = get("/api/session").body().replaceFirst(".*\"token\" ?: ?\"([^\"]+)\".*", "$1");
    return send(request(path).header("Content-Type", "application/octet-stream").header("X-CSRF-TOKEN", token).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Sends a form as it is, without a token, with further headers. */
  public Answer postBare(String path, String body, String... headers) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
    if (headers.length > 0) request.headers(headers);
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends JSON with the token in its header, and further headers. */
  public Answer postJson(String path, String json, String... headers) {
    if (token.isEmpty()) token = get("/api/session").body().replaceFirst(".*\"token\" ?: ?\"([^\"]+)\".*", "$1");
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json").header("X-CSRF-TOKEN", token);
    if (headers.length > 0) request.headers(headers);
    return send(request.POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The token that a form of this visitor carries. */
  public String token() {
    if (token.isEmpty()) token = get("/api/session").body().replaceFirst(".*\"token\" ?: ?\"([^\"]+)\".*", "$1");
    return token;
  }

  /** Sends any bytes by any method, with these headers and no others of ours but the cookies. */
  public Answer send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request = request(path).method(method, body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) request.headers(headers);
    return send(request);
  }

  /** Takes something back by DELETE, with the token in its header. */
  public Answer delete(String path) {
    if (token.isEmpty()) token = get("/api/session").body().replaceFirst(".*\"token\" ?: ?\"([^\"]+)\".*", "$1");
    return send(request(path).header("X-CSRF-TOKEN", token).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept-Language", language);
    if (!cookies.isEmpty()) request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      Answer answer = new Answer(response.statusCode(), response.body(), response);
      if (answer.header("Content-Type").orElse("").startsWith("text/html")) {
        int at = answer.body().indexOf("name=\"_csrf\"");
        if (at >= 0) {
          String tag = answer.body().substring(answer.body().lastIndexOf('<', at), answer.body().indexOf('>', at) + 1);
          token = Jsoup.parseBodyFragment(tag).select("input").val();
        }
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    String pair = header.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    String value = pair.substring(pair.indexOf('=') + 1);
    if (name.equals(SignIn.COOKIE)) token = "";
    if (value.isEmpty()) cookies.remove(name);
    else cookies.put(name, value);
  }

  private static String field(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
