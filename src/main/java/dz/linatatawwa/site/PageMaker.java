package dz.linatatawwa.site;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Makes the {@link Page} of a request, once. */
@Component
public class PageMaker {

  private static final String MADE = PageMaker.class.getName();
  private static final String TOKEN_USED = MADE + ".token";

  private final Dictionary dictionary;
  private final Assets assets;
  private final Supplier<@Nullable VisitorSource> source;
  private final Supplier<@Nullable PlaceChoices> places;
  private final Settings settings;
  private final Supplier<@Nullable UnreadSource> unread;
  private final String url;

  PageMaker(Dictionary dictionary, Assets assets, ObjectProvider<VisitorSource> source, ObjectProvider<PlaceChoices> places,
      Settings settings, ObjectProvider<UnreadSource> unread, @Value("${linatatawwa.url:}") String url) {
    this.dictionary = dictionary;
    this.assets = assets;
    this.source = once(source);
    this.places = once(places);
    this.settings = settings;
    this.unread = once(unread);
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  public Page page(HttpServletRequest request) {
    if (request.getAttribute(MADE) instanceof Page made) return made;
    Page page = make(request);
    request.setAttribute(MADE, page);
    return page;
  }

  /** The page for when something is so wrong that nobody can tell who looks. */
  Page forAnybody(HttpServletRequest request) {
    Page page = make(request, Visitor.unknown(Languages.asked(request)));
    request.setAttribute(MADE, page);
    return page;
  }

  /** Rooms above are asked for when the first page is made; looking each of them up for each page is a fiftieth of what a page costs. */
  private static <T> Supplier<@Nullable T> once(ObjectProvider<T> provider) {
    return SingletonSupplier.ofNullable(provider::getIfAvailable);
  }

  private Page make(HttpServletRequest request) {
    Language asked = Languages.asked(request);
    VisitorSource known = source.get();
    return make(request, known == null ? Visitor.unknown(asked) : known.visitor(request, asked));
  }

  private Page make(HttpServletRequest request, Visitor visitor) {
    return new Page(dictionary.in(visitor.language()), visitor, path(request), withoutLanguage(request.getQueryString()),
        () -> token(request), Flashes.read(request), placeChoices(), settings.get(FrameSettings.HELP_LINE), assets,
        () -> unread(visitor), address(request));
  }

  /** The public address of the platform: as it was set, else as this request asked for it. */
  private String address(HttpServletRequest request) {
    if (!url.isEmpty()) return url;
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? 443 : 80);
    return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }

  private PlaceChoices placeChoices() {
    PlaceChoices known = places.get();
    return known == null ? NoPlaces.NONE : known;
  }

  private int unread(Visitor visitor) {
    UnreadSource known = unread.get();
    return known == null || !(visitor.account() instanceof Long account) ? 0 : known.unread(account);
  }

  /** The address that was asked for, also where the container shows an error page in its place. */
  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked ? asked : request.getRequestURI();
  }

  private static String token(HttpServletRequest request) {
    request.setAttribute(TOKEN_USED, true);
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
  }

  /** Whether the page that was made carries a form's token, which is one person's alone. */
  static boolean tokenUsed(HttpServletRequest request) {
    return request.getAttribute(TOKEN_USED) != null;
  }

  private enum NoPlaces implements PlaceChoices {
    NONE;

    @Override
    public List<Option> wilayas(Language language) {
      return List.of();
    }

    @Override
    public List<Option> communes(String wilaya, Language language) {
      return List.of();
    }
  }

  private static String withoutLanguage(@Nullable String query) {
    if (query == null) return "";
    StringBuilder kept = new StringBuilder();
    for (String part : query.split("&")) {
      if (part.isEmpty() || part.startsWith("lang=")) continue;
      if (!kept.isEmpty()) kept.append('&');
      kept.append(part);
    }
    return kept.toString();
  }
}
