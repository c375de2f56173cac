package dz.linatatawwa.api.web;

import dz.linatatawwa.api.ApiKey;
import dz.linatatawwa.api.GivenAnswers;
import dz.linatatawwa.api.GivenAnswers.Given;
import dz.linatatawwa.api.GivenAnswers.Turn;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A deed of a key is one transaction with its answer; a POST bears an Idempotency-Key and is done once. What was refused is done by nobody and may be sent again. */
@Component
class OnceOnly {

  /** The largest body of a deed, in bytes. */
  static final int LARGEST = 256 << 10;

  static final String HEADER = "Idempotency-Key";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  /** As the draft has it, in quotation marks, or bare. */
  private static final Pattern TOKEN = Pattern.compile("\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]{1,64})\"|([\\x21\\x23-\\x7e][\\x21-\\x7e]{0,63})");
  private static final int DONE = 300;

  private final GivenAnswers answers;
  private final TransactionTemplate transaction;

  OnceOnly(GivenAnswers answers, TransactionTemplate transaction) {
    this.answers = answers;
    this.transaction = transaction;
  }

  void pass(ApiKey key, HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain) throws IOException, ServletException {
    if (READING.contains(request.getMethod()) || keptByItsRoom(request)) {
      chain.doFilter(request, answer);
      return;
    }
    byte[] body = body(request);
    ReadBody again = new ReadBody(request, body);
    String token = request.getMethod().equals("POST") ? token(request) : null;
    try {
      transaction.executeWithoutResult(deed -> within(deed, key, token, again, body, answer, chain));
    } catch (Passing e) {
      if (e.getCause() instanceof IOException cause) throw cause;
      throw new ServletException(e.getCause());
    }
  }

  /** The deeds of a day keep their keys for ever and answer the same themselves ({@code attendance}); and one that is sent twice at once is answered twice, without waiting. */
  private static boolean keptByItsRoom(HttpServletRequest request) {
    return request.getRequestURI().endsWith("/attendance");
  }

  private void within(TransactionStatus deed, ApiKey key, @Nullable String token, ReadBody request, byte[] body, ContentCachingResponseWrapper answer, FilterChain chain) {
    byte[] asked = asked(request, body);
    switch (token == null ? new Turn.First() : answers.turn(key, token, asked)) {
      case Turn.First first -> {
        go(request, answer, chain);
        if (answer.getStatus() >= DONE) deed.setRollbackOnly();
        else if (token != null) answers.keep(key, token, asked, given(answer));
      }
      case Turn.InFlight busy -> throw new ApiRefusal(ProblemType.IN_FLIGHT).with(HttpHeaders.RETRY_AFTER, "1");
      case Turn.Again(Given given) -> write(given, answer);
      case Turn.Other other -> throw new ApiRefusal(ProblemType.KEY_REUSED);
    }
  }

  private static void go(ReadBody request, ContentCachingResponseWrapper answer, FilterChain chain) {
    try {
      chain.doFilter(request, answer);
    } catch (IOException | ServletException e) {
      throw new Passing(e);
    }
  }

  private static Given given(ContentCachingResponseWrapper answer) {
    return new Given(answer.getStatus(), answer.getContentType(), answer.getHeader(HttpHeaders.LOCATION), answer.getHeader(HttpHeaders.ETAG), answer.getContentAsByteArray());
  }

  private static void write(Given given, ContentCachingResponseWrapper answer) {
    answer.setStatus(given.status());
    if (given.type() != null) answer.setContentType(given.type());
    if (given.location() != null) answer.setHeader(HttpHeaders.LOCATION, given.location());
    if (given.tag() != null) answer.setHeader(HttpHeaders.ETAG, given.tag());
    answer.setHeader("Idempotency-Replayed", "true");
    try {
      answer.getOutputStream().write(given.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String token(HttpServletRequest request) {
    String sent = request.getHeader(HEADER);
    var found = TOKEN.matcher(sent == null ? "" : sent.strip());
    if (!found.matches()) throw new ApiRefusal(ProblemType.IDEMPOTENCY_KEY_NEEDED);
    return found.group(1) != null ? found.group(1) : found.group(2);
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    try {
      byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
      if (body.length > LARGEST) throw new ApiRefusal(ProblemType.TOO_LARGE);
      return body;
    } catch (MaxUploadSizeExceededException larger) {
      throw new ApiRefusal(ProblemType.TOO_LARGE);
    }
  }

  private static byte[] asked(HttpServletRequest request, byte[] body) {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return sha((request.getMethod() + " " + request.getRequestURI() + query + "\n").getBytes(StandardCharsets.UTF_8), body);
  }

  static byte[] sha(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) digest.update(part);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes a checked exception through the transaction. */
  private static final class Passing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Passing(Exception cause) {
      super(cause);
    }
  }
}
