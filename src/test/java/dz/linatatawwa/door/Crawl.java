package dz.linatatawwa.door;

import dz.linatatawwa.world.Visit;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows every link and every form that only asks, from the front page on, as one visitor. Of pages that differ by a number alone it looks at a few. */
final class Crawl {

  private static final int OF_A_KIND = 2;
  private static final int SHORTLY = 1;
  private static final int FAR_ENOUGH = Integer.getInteger("crawl.pages", 250);

  private final Visit visit;
  private final String who;
  private final Deque<String[]> open = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> kinds = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private int ofAKind = OF_A_KIND;
  private int seen;

  Crawl(Visit visit, String who) {
    this.visit = visit;
    this.who = who;
  }

  /** Opens one page of each kind only, and does not judge it: enough to know the forms. */
  Crawl shortly() {
    ofAKind = SHORTLY;
    return this;
  }

  /** @param starts paths to begin from */
  Crawl from(String... starts) {
    for (String start : starts) note(start, "the start");
    while (!open.isEmpty() && seen < FAR_ENOUGH) {
      String[] next = open.poll();
      look(next[0], next[1]);
    }
    return this;
  }

  List<String> faults() {
    return faults;
  }

  /** Every form that was seen, once for each address that it is sent to. */
  List<Form> forms() {
    return List.copyOf(forms.values());
  }

  int seen() {
    return seen;
  }

  private void look(String path, String from) {
    seen++;
    Visit.Answer answer;
    try {
      answer = visit.get(path);
    } catch (RuntimeException e) {
      fault(path, from, "no answer: " + e);
      return;
    }
    if (answer.status() == 422 && path.contains("?")) return;
    if (answer.status() >= 400) {
      fault(path, from, "a link that leads to " + answer.status());
      return;
    }
    if (answer.status() >= 300) {
      if (answer.status() != 304) note(answer.leadsTo(), path);
      return;
    }
    String type = answer.header("Content-Type").orElse("");
    if (type.startsWith("text/html")) page(path, from, answer);
    else if (type.startsWith("text/csv")) Looks.table(answer.body()).forEach(what -> fault(path, from, what));
  }

  private void page(String path, String from, Visit.Answer answer) {
    Document page = answer.page();
    if (ofAKind > SHORTLY) Looks.page(answer, page).forEach(what -> fault(path, from, what));
    for (Element link : page.select("a[href], link[href], area[href]")) note(link.attr("href"), path);
    for (Element file : page.select("img[src], script[src], source[src]")) note(file.attr("src"), path);
    for (Element piece : page.select("use[href]")) note(piece.attr("href"), path);
    for (Form form : Form.of(page, path)) {
      if (form.post()) forms.putIfAbsent(kind(form.action()) + form.fields().stream().map(Form.Field::name).toList(), form);
      else note(form.action() + form.fields().stream().map(field -> encoded(field.name()) + "=" + encoded(field.value())).collect(Collectors.joining("&", "?", "")), path);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void note(String address, String from) {
    String path = ours(address, from);
    if (path == null || path.startsWith("/sign-out") || !known.add(path) || kinds.merge(kind(path), 1, Integer::sum) > ofAKind) return;
    open.add(new String[] {path, from});
  }

  /** A path of ours, without what follows the hash; null for another's address. */
  private static @org.jspecify.annotations.Nullable String ours(String address, String from) {
    String plain = address.replaceAll("#.*", "").strip();
    if (plain.isEmpty() || plain.matches("(?i)(mailto|tel|sms|data|blob|geo|webcal):.*")) return null;
    try {
      URI found = URI.create(from.startsWith("/") ? "http://localhost" + from : "http://localhost/").resolve(plain);
      if (!"localhost".equals(found.getHost())) return null;
      return found.getRawPath() + (found.getRawQuery() == null ? "" : "?" + found.getRawQuery());
    } catch (IllegalArgumentException e) {
      return plain.startsWith("/") ? plain : null;
    }
  }

  /** The same for pages that differ by numbers, codes and what is searched for. */
  static String kind(String path) {
    String[] halves = path.split("\\?", 2);
    String kind = halves[0].replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "U").replaceAll("/[0-9A-Z]{10}(?=[/.]|$)", "/C").replaceAll("[0-9]+", "N");
    if (halves.length == 2) kind += "?" + java.util.Arrays.stream(halves[1].split("&")).map(pair -> pair.replaceAll("=.*", "")).filter(name -> !name.equals("lang")).sorted().collect(Collectors.joining("&"));
    return kind;
  }

  private void fault(String path, String from, String what) {
    faults.add(who + " → " + path + " (linked from " + from + "): " + what);
  }
}
