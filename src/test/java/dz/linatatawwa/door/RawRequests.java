package dz.linatatawwa.door;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that no client of ours would write: broken encodings, doubled and lying headers, parts without their line, bodies that stop. Each is answered,
 *  with less than 500, or the connection is closed. */
final class RawRequests {

  private static final int PATIENCE_MILLIS = 4_000;

  private RawRequests() {}

  /** @param token and session of somebody, so that the deed gets past the gate */
  static Map<String, String> all(String session, String token) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String path : List.of("/%zz", "/%00", "/a%2fb", "/a%5cb", "/%2e%2e/%2e%2e/etc/passwd", "/../../etc/passwd", "//evil.example/", "/;a=b", "/opportunities;jsessionid=1", "/opportunities/%31",
        "/files/..%2f..%2fetc", "/badges/%2e%2e.png", "/opportunities?q=%", "/opportunities?q=%ff%fe", "/opportunities?%00=1", "/opportunities?" + "a&".repeat(3_500), "/" + "a".repeat(7_000),
        "/opportunities?page=99999999999999999999", "/opportunities?page=-1", "/help#x", "/help?lang=../../x", "/help\\x", "*")) {
      all.put("GET " + shortened(path), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
    String person = "Host: localhost\r\nConnection: close\r\nCookie: session=" + session + "\r\n";
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    all.put("no version", "GET /help\r\n\r\n");
    all.put("an unknown method", "BREW /help HTTP/1.1\r\n" + person + "\r\n");
    all.put("TRACE", "TRACE /help HTTP/1.1\r\n" + person + "\r\n");
    all.put("two lengths", "POST /sign-in HTTP/1.1\r\n" + person + form + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
    all.put("length and chunks", "POST /sign-in HTTP/1.1\r\n" + person + form + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    all.put("a negative length", "POST /sign-in HTTP/1.1\r\n" + person + form + "Content-Length: -1\r\n\r\n");
    all.put("a huge length", "POST /sign-in HTTP/1.1\r\n" + person + form + "Content-Length: 99999999999999999999\r\n\r\n");
    all.put("broken chunks", "POST /sign-in HTTP/1.1\r\n" + person + form + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n");
    all.put("parts without a line between", "POST /imports HTTP/1.1\r\n" + person + "X-CSRF-TOKEN: " + token + "\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc");
    all.put("parts that never end", parts(person, token, "--zz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nabc"));
    all.put("parts without names", parts(person, token, "--zz\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--zz--\r\n"));
    all.put("parts with a path", parts(person, token, "--zz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a.csv\"\r\n\r\nabc\r\n--zz--\r\n"));
    all.put("three hundred parts", parts(person, token, "--zz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".repeat(300) + "--zz--\r\n"));
    all.put("a long head of a part", parts(person, token, "--zz\r\nContent-Disposition: form-data; name=\"" + "a".repeat(20_000) + "\"\r\n\r\n1\r\n--zz--\r\n"));
    String body = "_csrf=" + token + "&contact=" + "%";
    all.put("a form that breaks off in a percent", "POST /sign-in HTTP/1.1\r\n" + person + form + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    all.put("a packed body", "POST /sign-in HTTP/1.1\r\n" + person + form + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008b\b\0");
    all.put("a cookie of nonsense", "GET /desk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: session=\u0001; lang=<zz>; session=" + "a".repeat(3_000) + "; flash=%7B%22\r\n\r\n");
    all.put("a language of nonsense", "GET /help HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: " + "xx-".repeat(500) + ", *;q=zz\r\nCookie: lang=zz\r\n\r\n");
    all.put("nothing is acceptable", "GET /api/opportunities HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: zz/zz\r\n\r\n");
    all.put("a broken Accept", "GET /help HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: ;;;\r\n\r\n");
    all.put("ranges", "GET /styles/site.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nRange: bytes=5-1,-,99999999999-\r\n\r\n");
    all.put("a time that is none", "GET /help HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-Modified-Since: zz\r\nIf-None-Match: zz\r\n\r\n");
    all.put("no host", "GET /help HTTP/1.1\r\nConnection: close\r\n\r\n");
    all.put("two hosts", "GET /help HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n");
    all.put("a host of nonsense", "GET /opportunities HTTP/1.1\r\nHost: \"><zz-planted>\r\nConnection: close\r\n\r\n");
    all.put("a foreign referer", "POST /sessions/others/end HTTP/1.1\r\n" + person + form + "Referer: javascript:zz()\r\nContent-Length: " + ("_confirm=1&_csrf=" + token).length() + "\r\n\r\n_confirm=1&_csrf=" + token);
    all.put("heads over heads", "GET /help HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + "X-Zz: 1\r\n".repeat(300) + "\r\n");
    all.put("forwarded by nobody", "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-For: zz\r\nX-Forwarded-Proto: zz\r\nX-Forwarded-Port: zz\r\nForwarded: for=zz;host=evil.example\r\n\r\n");
    return all;
  }

  private static String parts(String person, String token, String body) {
    return "POST /imports HTTP/1.1\r\n" + person + "X-CSRF-TOKEN: " + token + "\r\nContent-Type: multipart/form-data; boundary=zz\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** Sends each and says what was wrong with the answer. */
  static List<String> faults(int port, Map<String, String> requests) {
    List<String> faults = new ArrayList<>();
    requests.forEach((name, request) -> {
      String answer = answer(port, request);
      if (answer.matches("(?s)HTTP/1\\.1 5(?!01|05).*")) faults.add(name + ": broke: " + answer.lines().findFirst().orElse(""));
      if (answer.contains("evil.example") && answer.contains("Location")) faults.add(name + ": led elsewhere");
      Looks.any(answer).forEach(what -> faults.add(name + ": " + what));
      if (answer.contains("<!doctype html>")) Looks.markup(org.jsoup.Jsoup.parse(answer.substring(answer.indexOf("<!doctype html>")))).forEach(what -> faults.add(name + ": " + what));
    });
    return faults;
  }

  private static String answer(int port, String request) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException closedOrStillWaiting) {
      return "";
    }
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
