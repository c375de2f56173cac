package dz.linatatawwa.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sends bytes that are kept in memory, compressed where the browser takes that. */
final class Bytes {

  private Bytes() {}

  static void write(byte[] plain, byte @Nullable [] gzip, HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] sent = plain;
    if (gzip != null && takesGzip(request)) {
      response.setHeader("Content-Encoding", "gzip");
      sent = gzip;
    }
    response.setContentLength(sent.length);
    if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(sent);
  }

  static boolean takesGzip(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.contains("gzip");
  }
}
