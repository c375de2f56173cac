package dz.linatatawwa.privacy.web;

import dz.linatatawwa.accounts.Access;
import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.privacy.Own;
import dz.linatatawwa.privacy.OwnData;
import dz.linatatawwa.privacy.OwnPaper;
import dz.linatatawwa.privacy.Reading;
import dz.linatatawwa.privacy.Requests;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** A person's own data: to see, to take away, to correct, to withdraw consent from, and to ask about. */
@Controller
@RequestMapping("/me/data")
class OwnDataPages {

  /** Rows of a table beside the others of its purpose; with a page of its own, a table shows more. */
  private static final int SHOWN = 3;
  private static final int A_PAGE = 25;
  private static final int LATEST = 10;
  private static final int OLDER = 50;
  private static final int ON_PAPER = 2_000;
  private static final int TAKEN = 100_000;
  private static final int LONGEST = 2000;

  private final OwnData data;
  private final Reading reading;
  private final OwnPaper paper;
  private final Requests requests;
  private final Accounts accounts;
  private final AccessLog log;
  private final Holds holds;
  private final PageMaker pages;
  private final JsonMapper json;
  private final Clock clock;

  OwnDataPages(OwnData data, Reading reading, OwnPaper paper, Requests requests, Accounts accounts, AccessLog log, Holds holds, PageMaker pages, JsonMapper json, Clock clock) {
    this.holds = holds;
    this.data = data;
    this.reading = reading;
    this.paper = paper;
    this.requests = requests;
    this.accounts = accounts;
    this.log = log;
    this.pages = pages;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(SignedIn me, @RequestParam(defaultValue = "") String before, HttpServletRequest request) {
    Words words = pages.page(request).words();
    boolean older = before.matches("[1-9]\\d{0,17}");
    List<Access> opened = log.of(me.id(), older ? Long.valueOf(before) : null);
    List<Access> shown = older ? opened : opened.subList(0, Math.min(LATEST, opened.size()));
    return View.of("privacy/data", "sections", reading.of(data.of(me.id(), 0), words), "consents", accounts.consentsOf(me.id()),
        "accesses", AccessRow.of(shown, accounts, words), "more", shown.size() < opened.size() || opened.size() == OLDER ? shown.getLast().id() : 0L);
  }

  /** What is kept for one purpose: why, until when, and the latest rows of each table. */
  @GetMapping("/kept/{purpose}")
  ModelAndView kept(SignedIn me, @PathVariable String purpose, HttpServletRequest request) {
    Own.Section section = data.of(me.id(), purpose(purpose), SHOWN).orElseThrow(() -> new NotFound("nothing kept of " + me.id() + " for " + purpose));
    return View.of("privacy/kept", "section", reading.of(section, pages.page(request).words()));
  }

  /** All rows of one table, page by page. */
  @GetMapping("/kept/{purpose}/{table:[a-z_]{1,60}\\.[a-z_]{1,60}}")
  ModelAndView rows(SignedIn me, @PathVariable String purpose, @PathVariable String table, @RequestParam(defaultValue = "1") int page, HttpServletRequest request) {
    if (page < 1) throw new NotFound("page " + page);
    Own.Part part = data.page(me.id(), purpose(purpose), table, page, A_PAGE).orElseThrow(() -> new NotFound(table + " of " + me.id()));
    Reading.Part read = reading.of(part, pages.page(request).words());
    return View.of("privacy/rows", "purpose", purpose, "part", read, "slice", new Slice<>(read.rows(), page, A_PAGE, part.total()));
  }

  private static Purpose purpose(String code) {
    return Arrays.stream(Purpose.values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> new NotFound("purpose " + code));
  }

  /** As programs read it: every row, by the names of the register. */
  @GetMapping("/my-data.json")
  ResponseEntity<byte[]> take(SignedIn me) {
    holds.pass(me.id());
    List<Map<String, @Nullable Object>> sections = new ArrayList<>();
    for (Own.Section section : data.of(me.id(), TAKEN).sections()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("purpose", section.purpose().code());
      one.put("ground", section.purpose().ground().code());
      one.put("tables", section.parts().stream().map(OwnDataPages::table).toList());
      sections.add(one);
    }
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    whole.put("platform", "Linatatawwa");
    whole.put("madeAt", clock.instant().toString());
    whole.put("sections", sections);
    return Sent.file(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole), "application/json", "my-data.json");
  }

  @GetMapping("/my-data.pdf")
  ResponseEntity<byte[]> print(SignedIn me, HttpServletRequest request) {
    holds.pass(me.id());
    Words words = pages.page(request).words();
    return Sent.pdf(paper.pdf(me.name(), reading.of(data.of(me.id(), ON_PAPER), words), words, clock.instant()), "my-data.pdf");
  }

  /** One tap; joining itself is withdrawn by leaving. */
  @PostMapping("/consents/{purpose}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable String purpose) {
    if (purpose.equals("joining")) return View.seeOther("/me/leaving");
    if (!accounts.withdraw(me.id(), purpose)) throw new NotFound("consent " + purpose + " of " + me.id());
    return View.seeOther("/me/data#consents", View.saying("privacy.data.consents.withdrawn"));
  }

  @GetMapping("/requests")
  ModelAndView requests(SignedIn me) {
    return View.of("privacy/requests", parameters(me, "", "", Problems.none()));
  }

  @PostMapping("/requests")
  ModelAndView ask(SignedIn me, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String words) {
    Problems problems = Problems.none();
    if (!Requests.KINDS.contains(kind)) problems.add("kind", "site.problem.choice");
    String text = Typed.text(words);
    if (Typed.deceives(words)) problems.add("words", "site.problem.characters");
    if (text.length() < 5) problems.add("words", "privacy.request.problem.words");
    if (text.length() > LONGEST) problems.add("words", "site.problem.tooLong", LONGEST);
    if (problems.any()) return View.unprocessable("privacy/requests", parameters(me, kind, words, problems));
    requests.open(me.id(), kind, text);
    return View.seeOther("/me/data/requests", View.saying("privacy.request.sent"));
  }

  private Object[] parameters(SignedIn me, String kind, String words, Problems problems) {
    return new Object[] {"requests", requests.of(me.id()), "days", requests.days(), "kind", kind, "typed", words, "problems", problems, "now", clock.instant()};
  }

  private static Map<String, @Nullable Object> table(Own.Part part) {
    Map<String, @Nullable Object> table = new LinkedHashMap<>();
    table.put("table", part.table());
    table.put("total", part.total());
    table.put("rows", part.rows().stream().map(row -> {
      Map<String, @Nullable Object> cells = new LinkedHashMap<>();
      for (int i = 0; i < part.columns().size(); i++) cells.put(part.columns().get(i), row.get(i));
      return cells;
    }).toList());
    return table;
  }
}
