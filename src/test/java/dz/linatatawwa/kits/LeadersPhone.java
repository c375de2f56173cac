package dz.linatatawwa.kits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.print.Qr;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Cable;
import dz.linatatawwa.world.SignIn;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** A phone in a browser whose camera sees what the test holds before it: pictures go through the camera's own video stream, are drawn into a
 *  canvas and read by the page's reader, as on a real phone. Its clock can be put ahead. */
final class LeadersPhone implements AutoCloseable {

  private static final String CAMERA = """
      window.ahead = 0;
      const realNow = Date.now;
      Date.now = () => realNow() + window.ahead;
      const paper = document.createElement("canvas");
      paper.width = 640;
      paper.height = 480;
      const pen = paper.getContext("2d");
      let held = null;
      setInterval(() => {
        pen.fillStyle = "#777";
        pen.fillRect(0, 0, 640, 480);
        pen.save();
        pen.translate(320, 240);
        pen.rotate(0.05);
        if (held) pen.drawImage(held, -200, -200, 400, 400);
        pen.restore();
        pen.fillStyle = `rgb(${realNow() % 200},90,90)`;
        pen.fillRect(0, 0, 4, 4);
      }, 40);
      window.hold = source => new Promise(done => {
        if (!source) { held = null; return done(); }
        const picture = new Image();
        picture.onload = () => { held = picture; done(); };
        picture.src = source;
      });
      if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = async () => paper.captureStream(25);
      window.taken = [];
      const Reader = window.Worker;
      window.Worker = class extends Reader {
        constructor(...how) {
          super(...how);
          this.addEventListener("message", event => { if (event.data) window.readAt = performance.now(); });
        }
      };
      document.addEventListener("DOMContentLoaded", () => {
        const result = document.getElementById("scan-result");
        if (result) new MutationObserver(() => requestAnimationFrame(() => window.taken.push(performance.now() - window.readAt)))
            .observe(result, { attributes: true, attributeFilter: ["data-shown"] });
      });
      """;

  private final BrowserContext context;
  private final Cable cable;
  private final String language;
  final Page page;

  LeadersPhone(Cable cable, AccountId leader, String locale, Predicate<String> loud) {
    this.cable = cable;
    this.language = locale.substring(0, 2);
    this.context = Browser.phone(locale);
    context.addInitScript(CAMERA);
    context.addCookies(List.of(new Cookie(SignIn.COOKIE, SignIn.as(leader)).setUrl(cable.base())));
    page = context.newPage();
    page.onPageError(error -> { if (loud.test(error)) throw new AssertionError(error); });
  }

  /** Takes the shift along, and waits until everything that is needed without network is on the phone. */
  LeadersPhone takesAlong(long organization, Object shift, int people) {
    page.navigate(cable.base() + "/organizations/" + organization + "/desk/shifts/" + shift + "/kit?lang=" + language);
    page.locator("#phone").fill("هاتف سميرة");
    page.locator("#take-form button").click();
    assertThat(page.locator("#count-expected")).hasText(Integer.toString(people));
    Browser.waitForPart(page, "kit");
    return this;
  }

  void opensTheScanner() {
    page.locator("#scan").click();
  }

  void closesTheScanner() {
    page.locator("#scan-dialog [data-close]").click();
  }

  /** Holds a code before the camera until the screen says something of it. */
  String scans(String code) {
    Locator result = page.locator("#scan-result");
    Object before = page.evaluate("document.getElementById('scan-result').dataset.shown ?? '0'");
    String picture = "data:image/png;base64," + Base64.getEncoder().encodeToString(Qr.of(code, Qr.Correction.LOW).png(4));
    page.evaluate("source => hold(source)", picture);
    page.waitForFunction("before => (document.getElementById('scan-result').dataset.shown ?? '0') !== before", before);
    page.evaluate("hold(null)");
    return result.innerText();
  }

  /** Milliseconds from a code that was read to its person on the screen, each. */
  @SuppressWarnings("unchecked")
  List<Double> shownAfter() {
    return ((List<Number>) page.evaluate("window.taken")).stream().map(Number::doubleValue).sorted().toList();
  }

  void clockAhead(long milliseconds) {
    page.evaluate("time => { window.ahead = time; }", (double) milliseconds);
  }

  void sends(int confirmed) {
    if (page.locator("#send").isVisible()) page.locator("#send").click();
    assertThat(page.locator("#count-confirmed")).hasText(Integer.toString(confirmed));
    assertThat(page.locator("#count-kept")).hasText("0");
  }

  @Override
  public void close() {
    context.close();
  }
}
