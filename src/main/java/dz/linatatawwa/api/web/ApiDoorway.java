package dz.linatatawwa.api.web;

import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.api.ApiKeys;
import dz.linatatawwa.api.ApiKeys.Met;
import dz.linatatawwa.api.ApiQuotas;
import dz.linatatawwa.api.CallLog;
import dz.linatatawwa.api.Caller;
import dz.linatatawwa.api.Quota;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Before every address of {@code /api/v1}: who it is, how often they may come, deeds once, tags on what is read, and a line in the key's log. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class ApiDoorway extends OncePerRequestFilter {

  static final String PATH = "/api/v1/";

  /** The {@link Caller} of a request, where it bears a key. */
  static final String CALLER = Caller.class.getName();

  /** The shape of a number in an address. */
  static final String ID = ":[1-9][0-9]{0,17}";

  private static final String SCHEME = "bearer ";

  private final ApiKeys keys;
  private final ApiQuotas quotas;
  private final OnceOnly once;
  private final CallLog log;
  private final ObjectProvider<HandlerExceptionResolver> problems;

  ApiDoorway(ApiKeys keys, ApiQuotas quotas, OnceOnly once, CallLog log, @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
    this.keys = keys;
    this.quotas = quotas;
    this.once = once;
    this.log = log;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(PATH);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    Caller caller = null;
    try {
      caller = enter(request, answer);
      if (caller == null) chain.doFilter(request, answer);
      else once.pass(caller.key(), request, answer, chain);
    } catch (ApiRefusal refusal) {
      answer.resetBuffer();
      problems.getObject().resolveException(request, answer, null, refusal);
    }
    Tags.write(request, answer);
    if (caller != null) log.note(caller.key(), operation(request), answer.getStatus());
    answer.copyBodyToResponse();
  }

  /** Null: somebody without a key. A key that opens nothing counts for its network, so that nobody guesses. */
  private @Nullable Caller enter(HttpServletRequest request, HttpServletResponse answer) {
    Optional<String> secret = secret(request);
    Met met = secret.map(keys::meet).orElse(null);
    Quota quota = met instanceof Met.In(Caller caller) ? quotas.take(caller.key()) : quotas.take(Origin.of(request).network());
    answer.setHeader("RateLimit-Policy", quota.policyField());
    answer.setHeader("RateLimit", quota.field());
    if (quota.spent()) throw new ApiRefusal(ProblemType.TOO_MANY).with(HttpHeaders.RETRY_AFTER, Integer.toString(quota.resets()));
    if (met instanceof Met.Out(String code)) {
      throw new ApiRefusal(ProblemType.KEY_REFUSED).because(code).saying("api.refused." + code).with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
    if (!(met instanceof Met.In(Caller caller))) return null;
    request.setAttribute(CALLER, caller);
    return caller;
  }

  /** What the caller shows; a form of showing that is not ours is a secret that nobody knows. */
  private static Optional<String> secret(HttpServletRequest request) {
    String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (shown == null) return Optional.empty();
    boolean bearer = shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return Optional.of(bearer ? shown.substring(SCHEME.length()).strip() : "");
  }

  private static String operation(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String address = pattern == null ? "" : pattern.toString();
    return request.getMethod() + " " + (address.startsWith(PATH) ? address.replace(ID, "") : PATH + "…");
  }
}
