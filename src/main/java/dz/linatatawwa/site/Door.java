package dz.linatatawwa.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.springframework.http.HttpStatus;

/** Before anything of ours is done for a request: its body arrives, within a time; then there is room for it, or it is told at once to come again soon.
 *  So who is slow takes up no room, and who is too many costs next to nothing. */
final class Door extends ValveBase {

  private static final String FULL = "{\"type\":\"/developers/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"too many requests at once: come again soon\"}";
  /** Of one who is refused by this the connection stays: to make a new one for each costs more than the refusal. */
  private static final byte[] NO_ROOM = problem(ProblemType.TOO_MANY, "Too Many Requests");
  private static final byte[] UNREAD = problem(ProblemType.PAUSED, "Service Unavailable");
  static final byte[] FULL_PAGE = EarlyRefusals.read("/crowded.html");
  static final int LONGEST_PAUSE_SECONDS = 3;

  private final CrowdRules rules;
  private final Crowd crowd;
  /** For bodies that did not come together with their head: each of them holds a thread and its buffers until it is there. */
  private final Semaphore arriving;
  /** For bodies with files, which are read while they are answered: they take their time, so they take no room of others. */
  private final Semaphore large;

  Door(CrowdRules rules, Crowd crowd) {
    super(true);
    this.rules = rules;
    this.crowd = crowd;
    this.arriving = new Semaphore(rules.arriving());
    this.large = new Semaphore(rules.large());
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request wire = request.getCoyoteRequest();
    InputBuffer bare = wire.getInputBuffer();
    try {
      if (!hasBody(wire)) admit(request, response);
      else if (wire.getContentLengthLong() > BodyGuard.MOST_TEXT) takeLarge(wire, bare, request, response);
      else takeOrdinary(wire, bare, request, response);
    } catch (TimedBody.TooSlow slow) {
      wire.action(ActionCode.CLOSE_NOW, slow);
    } catch (BadRequestException | UnreadableLength broken) {
      turnAway(request, response);
    } finally {
      wire.setInputBuffer(bare);
    }
  }

  /** Two lengths, or one that is no number. */
  private static final class UnreadableLength extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableLength(IllegalArgumentException why) {
      super(why);
    }
  }

  private static byte[] problem(ProblemType type, String title) {
    return FULL.formatted(type.code(), title, type.status().value()).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean hasBody(org.apache.coyote.Request wire) throws UnreadableLength {
    try {
      return wire.getContentLengthLong() > 0 || wire.getContentLengthLong() < 0 && wire.getMimeHeaders().getHeader("transfer-encoding") != null;
    } catch (IllegalArgumentException broken) {
      throw new UnreadableLength(broken);
    }
  }

  /** A body of ordinary size is taken in as a whole before there is need for room. */
  private void takeOrdinary(org.apache.coyote.Request wire, InputBuffer bare, Request request, Response response) throws IOException, ServletException {
    response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
    boolean there = wire.getContentLengthLong() >= 0 && bare.available() >= wire.getContentLengthLong();
    if (!there && !arriving.tryAcquire()) {
      refuseUnread(wire, request, response);
      return;
    }
    try {
      TimedBody timed = new TimedBody(bare, read -> rules.bodyWithin().toNanos() + TimeUnit.SECONDS.toNanos(Math.max(0, read - BodyGuard.MOST_TEXT) / rules.slowest()));
      wire.setInputBuffer(TimedBody.again(TimedBody.whole(timed, BodyGuard.MOST_TEXT), timed));
    } finally {
      if (!there) arriving.release();
    }
    admit(request, response);
    seeOff(wire, response);
  }

  /** A larger one keeps a pace while it is read. */
  private void takeLarge(org.apache.coyote.Request wire, InputBuffer bare, Request request, Response response) throws IOException, ServletException {
    if (!large.tryAcquire()) {
      refuseUnread(wire, request, response);
      return;
    }
    try {
      response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
      wire.setInputBuffer(pacing(bare));
      getNext().invoke(request, response);
      seeOff(wire, response);
    } finally {
      large.release();
    }
  }

  /** What was not read of a body is read to its end, so that the browser gets to see the answer; at the same pace. */
  private static void seeOff(org.apache.coyote.Request wire, Response response) throws IOException {
    response.finishResponse();
    TimedBody.leave(wire.getInputBuffer());
  }

  private TimedBody pacing(InputBuffer bare) {
    long first = rules.bodyWithin().toNanos();
    return new TimedBody(bare, read -> first + TimeUnit.SECONDS.toNanos(read / rules.slowest()));
  }

  private void admit(Request request, Response response) throws IOException, ServletException {
    String path = request.getDecodedRequestURI();
    if (path == null || isLight(path)) {
      getNext().invoke(request, response);
    } else if (crowd.enter(Crowd.Kind.of(request.getMethod(), path))) {
      try {
        getNext().invoke(request, response);
      } finally {
        crowd.leave();
      }
    } else {
      refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, NO_ROOM);
    }
  }

  /** What is answered from memory, and what tells whether we are well. */
  static boolean isLight(String path) {
    return path.startsWith("/styles/") || path.startsWith("/scripts/") || path.startsWith("/images/") || path.startsWith("/fonts/") || path.startsWith("/actuator/");
  }

  /** Whose body is none that can be read. */
  private static void turnAway(Request request, Response response) throws IOException {
    if (response.isCommitted()) return;
    response.setStatus(400);
    SecurityHeaders.write(request.isSecure(), response::setHeader);
    response.setHeader("Connection", "close");
    response.setContentLength(0);
    response.finishResponse();
  }

  /** Its body is not waited for, so its connection ends: the server sees to that with this status. */
  private static void refuseUnread(org.apache.coyote.Request wire, Request request, Response response) throws IOException {
    wire.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, UNREAD);
  }

  /** The pause is another for each, so that they do not all come back together. */
  private static void refuse(Request request, Response response, HttpStatus status, byte[] problem) throws IOException {
    boolean api = request.getDecodedRequestURI() != null && request.getDecodedRequestURI().startsWith("/api/");
    byte[] body = api ? problem : FULL_PAGE;
    response.setStatus(status.value());
    heads(api, 1 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_SECONDS), request.isSecure(), body.length, response::setHeader);
    response.getOutputStream().write(body);
    response.finishResponse();
  }

  /** What is said with a refusal. */
  static void heads(boolean api, int pause, boolean secure, int length, BiConsumer<String, String> header) {
    SecurityHeaders.write(secure, header);
    header.accept("Retry-After", Integer.toString(pause));
    header.accept("Cache-Control", "no-store");
    header.accept("Content-Type", api ? "application/problem+json;charset=utf-8" : "text/html;charset=utf-8");
    header.accept("Content-Length", Integer.toString(length));
  }
}
