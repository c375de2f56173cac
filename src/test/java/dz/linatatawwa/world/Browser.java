package dz.linatatawwa.world;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The installed Chromium or Chrome, started once for all tests of a run. Everything of it belongs to the thread of the tests. */
public final class Browser {

  private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
      "/usr/bin/google-chrome-stable", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
  private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");

  private static com.microsoft.playwright.@org.jspecify.annotations.Nullable Browser one;

  private Browser() {}

  /** A phone of 360 × 800 that asks for Arabic: what pages must look right on first. */
  public static BrowserContext phone() {
    return phone("ar-DZ");
  }

  /** A phone of 360 × 800 that asks for this language ({@code fr-DZ}). */
  public static BrowserContext phone(String locale) {
    return context(options(locale, 360, 800).setHasTouch(true));
  }

  /** A desktop of 1280 × 900 that asks for this language. */
  public static BrowserContext desktop(String locale) {
    return context(options(locale, 1280, 900));
  }

  /** A phone without JavaScript, in Arabic. */
  public static BrowserContext withoutScripts() {
    return context(options("ar-DZ", 360, 800).setJavaScriptEnabled(false));
  }

  /** What every context of ours starts from; the caller may set more and hand it to {@link #context}. */
  public static com.microsoft.playwright.Browser.NewContextOptions options(String locale, int width, int height) {
    return new com.microsoft.playwright.Browser.NewContextOptions().setLocale(locale).setTimezoneId("Africa/Algiers")
        .setViewportSize(width, height).setReducedMotion(ReducedMotion.REDUCE);
  }

  /** A fresh context (its own cookies); the caller closes it. */
  public static BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
    BrowserContext context = running().newContext(options);
    context.setDefaultTimeout(15_000);
    return context;
  }

  /** Waits until the service worker has on the phone what this part of the pages needs without network. */
  public static void waitForPart(Page page, String part) {
    for (int tries = 0; tries < 150; tries++) {
      Object there = page.evaluate("async part => Boolean(await caches.match('/choices/part-' + part)) && navigator.serviceWorker.controller !== null", part);
      if (Boolean.TRUE.equals(there)) return;
      page.waitForTimeout(100);
    }
    throw new AssertionError("the part " + part + " was not kept");
  }

  /** Keeps a picture of the page where pictures are asked for ({@code bin/test -Dpictures}): nothing is tested by them, and drawing them took a fifth of the time of the tests in a browser. */
  public static void screenshot(Page page, String name) {
    if (Boolean.getBoolean("pictures")) keep(page, name);
  }

  /** Keeps a picture of the whole page under {@code target/screenshots/NAME.png}. */
  static Path keep(Page page, String name) {
    Path file = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    return file;
  }

  /** Where the browser is: the environment's CHROME, else a usual place. */
  public static Optional<Path> installed() {
    return Stream.concat(Stream.ofNullable(System.getenv("CHROME")), USUAL_PLACES.stream()).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /** The running browser itself, for what contexts cannot do. */
  public static synchronized com.microsoft.playwright.Browser running() {
    if (one == null) one = start();
    return one;
  }

  private static com.microsoft.playwright.Browser start() {
    Path program = installed().orElseThrow(() ->
        new IllegalStateException("no Chromium or Chrome found: install Debian's package chromium, or name the program in CHROME"));
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser-end"));
    try {
      Files.createDirectories(Path.of("target", "screenshots"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program).setHeadless(true).setArgs(QUIET));
  }
}
