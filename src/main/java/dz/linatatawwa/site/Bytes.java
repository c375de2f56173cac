package dz.linatatawwa.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sends bytes that are kept in memory, compressed where the browser takes that. */
final class Bytes {

  private Bytes() {}

  static void write(byte[] plain, byte @Nullable [] gzip, HttpServletRequest request, HttpServletResponse response) throws IOException {
    write(plain, plain.length, gzip, request, response);
  }

  /** @param length of the bytes so many are sent where no compressed form is */
  static void write(byte[] plain, int length, byte @Nullable [] gzip, HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] sent = plain;
    int size = length;
    if (gzip != null && takesGzip(request)) {
      response.setHeader("Content-Encoding", "gzip");
      sent = gzip;
      size = gzip.length;
    }
    response.setContentLength(size);
    if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(sent, 0, size);
  }

  static boolean takesGzip(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.contains("gzip");
  }
}
