package dz.linatatawwa.site;

import dz.linatatawwa.database.Reading;
import dz.linatatawwa.nodes.Heard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which pages may be read from a follower of the database: those that say so ({@link PublicPage#mayLag}), for visitors who are nobody in particular, and never older than the last change that
 *  nobody should wait for. Who did something bears a cookie for a minute, longer than any follower may be behind, and is shown what the leader has. Where there are no followers nobody gets one. */
@Component
class LaggingPages implements HandlerInterceptor, WebMvcConfigurer {

  private static final String COOKIE = "wrote";
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final boolean followers;
  private final Clock clock;
  private volatile Instant changed = Instant.EPOCH;

  LaggingPages(@Value("${linatatawwa.database-replicas:}") String replicas, Clock clock) {
    this.followers = !replicas.isEmpty();
    this.clock = clock;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (!reads && followers) remember(request, response);
    if (reads && mayLag(handler) && PageCache.isImpersonal(request)) Reading.mayLag(changed);
    return true;
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
    Reading.strictly();
  }

  private static boolean mayLag(Object handler) {
    if (!(handler instanceof HandlerMethod method)) return false;
    PublicPage page = method.getMethodAnnotation(PublicPage.class);
    if (page == null) page = method.getBeanType().getAnnotation(PublicPage.class);
    return page != null && page.mayLag();
  }

  /** While the browser bears it, its pages are read from the leader; a follower is never as far behind as it is long. */
  private static void remember(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Set-Cookie", ResponseCookie.from(HostCookie.name(request, COOKIE), "1").path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax").maxAge(REMEMBERED).build().toString());
  }

  /** Something was published, changed or ended that nobody should wait for. */
  @EventListener({PublicPagesChanged.class, DataReplaced.class})
  void forget() {
    changed = clock.instant().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
  }

  @EventListener
  void heard(Heard word) {
    if (word.tellsOf(PublicPagesChanged.WORD)) forget();
  }
}
