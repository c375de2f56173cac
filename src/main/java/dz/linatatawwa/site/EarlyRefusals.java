package dz.linatatawwa.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Requests that the web server refuses before any page of ours sees them (broken percent-encoding, say) are answered with a plain page in
 *  the three languages and with the headers of every other page. */
@Component
class EarlyRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final byte[] PAGE = read("/early-refusal.html");

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) host.setErrorReportValveClass(Answer.class.getName());
    });
  }

  /** Writes the page; Tomcat makes it by its name. */
  public static final class Answer extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
      if (response.getContentWritten() > 0 || !response.setErrorReported()) return;
      try {
        SecurityHeaders.write(request.isSecure(), response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        boolean api = request.getRequestURI() != null && request.getRequestURI().startsWith("/api/");
        byte[] body = api ? problem(response.getStatus()) : PAGE;
        response.setContentType(api ? "application/problem+json;charset=utf-8" : "text/html;charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.finishResponse();
      } catch (IOException e) {
        // The visitor has gone: nobody to tell.
      }
    }
  }

  private static byte[] problem(int status) {
    return ("{\"type\":\"/developers/problems/bad-request\",\"title\":\"Bad Request\",\"status\":" + status + ",\"detail\":\"this address cannot be read\"}").getBytes(StandardCharsets.UTF_8);
  }

  /** A plain page in the three languages. */
  static byte[] read(String name) {
    try (InputStream in = EarlyRefusals.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("no page " + name);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
