package dz.linatatawwa.door;

import dz.linatatawwa.world.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What is wrong with an answer, whatever was asked: traces of code, words that are missing, text of people that became markup. */
final class Looks {

  /** Elements and attributes of this name come only from text that people typed. */
  static final String MARK = "zz-planted";
  /** What a template engine would make of what people typed. */
  static final String SUM = "zz1764zz";
  static final String SUM_TYPED = "zz{{42*42}}zz zz${42*42}zz zz#{42*42}zz";

  private static final List<String> TRACES = List.of("Exception:", "Exception<", "Error:", "at java.", "at org.", "at dz.", "at jdk.", "org.springframework", "org.postgresql", "PSQL", "gg.jte");
  /** What a page shows as a program's words on purpose: the administrator's list of troubles names classes of faults. */
  private static final Pattern TOLD = Pattern.compile("<samp[^>]*>[^<]*</samp>");
  private static final Pattern KEY = Pattern.compile("\\?\\?[a-z]+\\.[a-zA-Z.]+\\?\\?|\\bno message [a-z]+\\.");
  private static final Pattern FORMULA = Pattern.compile("(?m)(^|[,;\"])[=@\\t]|(?m)(^|[,;\"])[+-](?![0-9.,;\"\\s]|$)");

  private Looks() {}

  /** Of any answer that people or programs may see. */
  static List<String> any(String body) {
    List<String> faults = new ArrayList<>();
    String untold = body.contains("<samp") ? TOLD.matcher(body).replaceAll("") : body;
    TRACES.stream().filter(untold::contains).forEach(trace -> faults.add("a trace of code: " + around(untold, untold.indexOf(trace))));
    if (body.contains(SUM)) faults.add("what was typed was reckoned: " + around(body, body.indexOf(SUM)));
    return faults;
  }

  /** Of a page.
   *  @param page what the answer is when it is read */
  static List<String> page(Visit.Answer answer, Document page) {
    List<String> faults = any(answer.body());
    if (page.select("h1").size() != 1) faults.add(page.select("h1").size() + " headings of the first rank");
    Element html = page.selectFirst("html");
    boolean told = html != null && html.attr("lang").matches("(ar|fr|en|kab)-DZ") && html.attr("dir").equals(html.attr("lang").startsWith("ar") ? "rtl" : "ltr");
    if (!told) faults.add("language and direction are not told");
    if (page.title().isBlank()) faults.add("no title");
    if (page.selectFirst("main") == null) faults.add("no main part");
    var key = KEY.matcher(page.text());
    if (key.find()) faults.add("words are missing: " + key.group());
    faults.addAll(markup(page));
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) if (!ids.add(element.id())) faults.add("two elements are called " + element.id());
    for (Element label : page.select("label[for]")) if (!ids.contains(label.attr("for"))) faults.add("a label for nothing: " + label.attr("for"));
    if (!page.select("form form, a a, button button, a button").isEmpty()) faults.add("one control within another");
    return faults;
  }

  /** Nothing that people typed is part of the markup. */
  static List<String> markup(Document page) {
    List<String> faults = new ArrayList<>();
    for (Element script : page.select("script:not([src])")) {
      if (!script.attr("type").matches("application/(ld\\+)?json")) faults.add("a script within the page: " + script.outerHtml());
    }
    if (!page.select(MARK + ", [" + MARK + "], iframe, object, embed, base, meta[http-equiv=refresh]").isEmpty()) faults.add("typed markup came through");
    if (!page.select("[^on]").isEmpty()) faults.add("a handler within the page: " + page.select("[^on]").first());
    for (Element link : page.select(":is([href], [src], [action], [formaction]):is([href*=script:], [src*=script:], [action*=script:], [formaction*=script:], [href^=data:text], [src^=data:text])")) {
      faults.add("an address that is a script: " + link.outerHtml().substring(0, Math.min(120, link.outerHtml().length())));
    }
    return faults;
  }

  /** Of a table that a spreadsheet opens. */
  static List<String> table(String csv) {
    List<String> faults = any(csv);
    var formula = FORMULA.matcher(csv.replace("\uFEFF", ""));
    if (formula.find()) faults.add("a cell that is a formula: " + around(csv, formula.start()));
    return faults;
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 120)).replaceAll("\\s+", " ");
  }
}
