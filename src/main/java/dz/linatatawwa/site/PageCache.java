package dz.linatatawwa.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.nodes.Heard;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Keeps the whole bytes of public pages for some seconds, so that a crowd that opens the same link costs two pages: a page is kept when it is
 *  asked for a second time, for most searches are asked once and would only fill the memory. Only for visitors who bear no cookie that tells
 *  who they are, and only for methods marked {@link PublicPage} whose page shows no form token. When its seconds are over the first who asks has it made anew and everybody else still gets the one before;
 *  where nothing is kept any more, those who ask for what somebody is making wait for that: else all who are inside would make the same page at the same time, and everybody behind them would wait for all of it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class PageCache extends OncePerRequestFilter {

  private static final long BYTES = 16L << 20;
  /** Cookies that change nothing on a public page beyond the language. */
  private static final Set<String> IMPERSONAL = Set.of(Languages.COOKIE, "__Host-" + Languages.COOKIE, "visit", "__Host-visit", "known", "__Host-known", "with");

  private static final int REMEMBERED = 8192;
  private static final String KEY = PageCache.class.getName();
  private static final String BEGUN = PageCache.class.getName() + ".begun";
  private static final String MADE = PageCache.class.getName() + ".made";
  private static final long PATIENCE_MS = 500;

  private final Cache<String, KeptPage> pages;
  private final long fresh;
  /** How often everything was forgotten: what was begun before that may show what is no longer so. */
  private final AtomicInteger forgotten = new AtomicInteger();
  /** Addresses whose pages were kept before: who asks for one of them may wait for somebody who makes it. Nobody waits for what may turn out to be no public page, or a download of minutes. */
  private final Cache<String, Boolean> hot = Caffeine.newBuilder().maximumSize(1_000).build();
  /** What somebody is making now, by its key. */
  private final Map<String, CompletableFuture<@Nullable KeptPage>> making = new ConcurrentHashMap<>();
  /** Addresses asked for before, by their hash, each in the one place where its hash belongs; a newer one takes the place. */
  private final AtomicLongArray asked = new AtomicLongArray(REMEMBERED);

  PageCache(@Value("${linatatawwa.page-cache-seconds:5}") int seconds) {
    pages = Caffeine.newBuilder().maximumWeight(BYTES).weigher((String key, KeptPage page) -> page.weight() + 2 * key.length())
        .expireAfterWrite(Duration.ofSeconds(2L * Math.max(0, seconds))).build();
    fresh = Duration.ofSeconds(Math.max(0, seconds)).toNanos();
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (fresh == 0 || !mayBeShared(request)) {
      chain.doFilter(request, response);
      return;
    }
    String key = key(request);
    request.setAttribute(BEGUN, forgotten.get());
    KeptPage kept = pages.getIfPresent(key);
    if (kept != null && (!kept.isOlderThan(fresh) || !kept.isYoursToRenew())) send(kept, request, response);
    else if (kept == null && hot.getIfPresent(key) != null) makeOrAwait(key, request, response, chain);
    else chain.doFilter(request, response);
  }

  private void makeOrAwait(String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    CompletableFuture<@Nullable KeptPage> mine = new CompletableFuture<>();
    CompletableFuture<@Nullable KeptPage> theirs = making.putIfAbsent(key, mine);
    if (theirs != null) {
      KeptPage made = awaited(theirs);
      if (made != null) send(made, request, response);
      else chain.doFilter(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      making.remove(key, mine);
      mine.complete(request.getAttribute(MADE) instanceof KeptPage made ? made : null);
    }
  }

  private static @Nullable KeptPage awaited(CompletableFuture<@Nullable KeptPage> page) {
    try {
      return page.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notToBeHad) {
      return null;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Whether this page is the same for everybody. */
  boolean mayKeep(Page page, HttpServletRequest request, HttpServletResponse response) {
    return isPublic(request) && mayBeShared(request) && response.getStatus() == HttpServletResponse.SC_OK
        && !page.visitor().signedIn() && page.flash().isEmpty() && !PageMaker.tokenUsed(request);
  }

  void keepAndSend(PageBytes written, Locale language, HttpServletRequest request, HttpServletResponse response) throws IOException {
    KeptPage made = new KeptPage(language, written);
    String key = key(request);
    if (askedBefore(key)) keep(key, made = made.trimmed(), request);
    request.setAttribute(MADE, made);
    send(made, request, response);
  }

  private void keep(String key, KeptPage made, HttpServletRequest request) {
    hot.put(key, true);
    if (!isNews(request)) return;
    pages.put(key, made);
    if (!isNews(request)) pages.invalidate(key);
  }

  private boolean isNews(HttpServletRequest request) {
    return Integer.valueOf(forgotten.get()).equals(request.getAttribute(BEGUN));
  }

  /** What is shown has changed in a way that nobody should wait for. */
  @EventListener({DataReplaced.class, PublicPagesChanged.class})
  void forget() {
    forgotten.incrementAndGet();
    making.clear();
    pages.invalidateAll();
  }

  @EventListener
  void heard(Heard word) {
    if (word.tellsOf(PublicPagesChanged.WORD)) forget();
  }

  private boolean askedBefore(String key) {
    long hash = 0;
    for (int i = 0; i < key.length(); i++) hash = 0x9e3779b97f4a7c15L * (hash ^ key.charAt(i)) + (hash >>> 29);
    return asked.getAndSet((int) (hash >>> 32) & (REMEMBERED - 1), hash) == hash;
  }

  private static void send(KeptPage kept, HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("Vary", "Cookie, Accept-Language, Accept-Encoding");
    response.setHeader("ETag", kept.tag());
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(kept.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setLocale(kept.language());
    response.setContentType("text/html;charset=utf-8");
    Bytes.write(kept.bytes(), kept.length(), Bytes.takesGzip(request) ? kept.gzip() : null, request, response);
  }

  /** Put together once for each request. */
  private static String key(HttpServletRequest request) {
    if (request.getAttribute(KEY) instanceof String known) return known;
    String key = Languages.asked(request).code() + " " + host(request) + " " + request.getRequestURI() + " " + query(request.getQueryString());
    request.setAttribute(KEY, key);
    return key;
  }

  /** A page holds its own address: what one host name asked for is never given to another. */
  private static String host(HttpServletRequest request) {
    return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
  }

  private static String query(@Nullable String query) {
    return query == null ? "" : query;
  }

  private static boolean isPublic(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
        && (method.hasMethodAnnotation(PublicPage.class) || method.getBeanType().isAnnotationPresent(PublicPage.class));
  }

  private static boolean mayBeShared(HttpServletRequest request) {
    return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) && isImpersonal(request);
  }

  /** Whoever asks is nobody in particular. */
  static boolean isImpersonal(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) return true;
    for (Cookie cookie : cookies) if (!IMPERSONAL.contains(cookie.getName())) return false;
    return true;
  }
}
