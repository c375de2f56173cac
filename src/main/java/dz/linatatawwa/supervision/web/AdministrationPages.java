package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.AuditEntry;
import dz.linatatawwa.supervision.AuditFilter;
import dz.linatatawwa.supervision.History;
import dz.linatatawwa.supervision.Supervisor;
import dz.linatatawwa.supervision.Territories;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What administrators do in supervision: say who looks after what, and read the audit log. For everybody else these pages do not exist. */
@Controller
class AdministrationPages {

  private static final String NATION = "nation";

  private final Territories territories;
  private final Accounts accounts;
  private final Audit audit;
  private final History history;
  private final Places places;
  private final PageMaker pages;

  AdministrationPages(Territories territories, Accounts accounts, Audit audit, History history, Places places, PageMaker pages) {
    this.territories = territories;
    this.accounts = accounts;
    this.audit = audit;
    this.history = history;
    this.places = places;
    this.pages = pages;
  }

  @GetMapping("/supervision/people")
  ModelAndView people(SignedIn me, HttpServletRequest request) {
    administrator(me);
    return people(new GrantForm("", "", ""), Problems.none(), request);
  }

  @PostMapping("/supervision/people")
  ModelAndView grant(SignedIn me, @RequestParam(defaultValue = "") String contact, @RequestParam(defaultValue = "") String territory,
      @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
    administrator(me);
    GrantForm form = new GrantForm(Typed.line(contact), territory, reason);
    Problems problems = Problems.none();
    Optional<AccountId> person = Contact.parse(form.contact()).flatMap(accounts::findBy);
    if (person.isEmpty()) problems.add("contact", "supervision.problem.nobody");
    WilayaCode wilaya = wilaya(territory, problems);
    String words = words(reason, problems);
    if (!problems.any() && !territories.grant(me.id(), person.orElseThrow(), wilaya, words)) problems.add("territory", "supervision.problem.already");
    return problems.any() ? people(form, problems, request)
        : View.seeOther("/supervision/people", View.saying("supervision.people.granted", form.contact()));
  }

  @PostMapping("/supervision/people/endings")
  ModelAndView end(SignedIn me, @RequestParam(defaultValue = "") String account, @RequestParam(defaultValue = "") String territory,
      @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
    administrator(me);
    if (!account.matches("[1-9][0-9]{0,17}")) throw new NotFound("account " + account);
    Problems problems = Problems.none();
    WilayaCode wilaya = wilaya(territory, problems);
    String words = Typed.line(reason);
    if (words.length() < 5 || words.length() > 500 || Typed.deceives(reason)) problems.add("people", "supervision.problem.endReason");
    if (problems.any()) return people(new GrantForm("", "", ""), problems, request);
    boolean ended = territories.end(me.id(), new AccountId(Long.parseLong(account)), wilaya, words);
    return ended ? View.seeOther("/supervision/people", View.saying("supervision.people.ended")) : View.seeOther("/supervision/people");
  }

  @GetMapping("/supervision/audit")
  ModelAndView audit(SignedIn me, @RequestParam Map<String, String> asked, HttpServletRequest request) {
    administrator(me);
    String before = asked.getOrDefault("before", "");
    List<AuditEntry> lines = audit.read(filter(asked), before.matches("[1-9]\\d{0,17}") ? Long.valueOf(before) : null);
    Words words = pages.page(request).words();
    return View.of("supervision/audit", "rows", history.inWords(lines, words), "asked", asked, "objects", audit.objectKinds(), "deeds", audit.deeds(),
        "more", lines.size() == Audit.PAGE ? lines.getLast().id() : 0L);
  }

  /** The same lines as a table, at most fifty thousand. */
  @GetMapping("/supervision/audit.csv")
  ResponseEntity<byte[]> auditAsTable(SignedIn me, @RequestParam Map<String, String> asked, HttpServletRequest request) {
    administrator(me);
    Words words = pages.page(request).words();
    StringBuilder file = new StringBuilder(SafeCsv.MARK).append(SafeCsv.line(Stream.of("when", "actor", "deed", "object", "reason", "network")
        .map(column -> words.text("supervision.audit." + column)).toList()));
    AuditFilter filter = filter(asked);
    List<AuditEntry> lines = audit.read(filter, null);
    for (int page = 0; page < 1000 && !lines.isEmpty(); page++) {
      history.inWords(lines, words).forEach(row -> file.append(SafeCsv.line(List.of(row.when(), row.actor(), row.deed(), row.object(),
          Objects.requireNonNullElse(row.reason(), ""), row.network()))));
      lines = audit.read(filter, lines.getLast().id());
    }
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=utf-8")).header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .body(file.toString().getBytes(StandardCharsets.UTF_8));
  }

  private AuditFilter filter(Map<String, String> asked) {
    return new AuditFilter(empty(asked, "object"), empty(asked, "number"), actor(asked.getOrDefault("actor", "")), empty(asked, "deed"),
        actor(asked.getOrDefault("person", "")), empty(asked, "network"), day(asked.getOrDefault("day", "")), day(asked.getOrDefault("until", "")));
  }

  /** By contact; who has none of ours has done nothing. */
  private @Nullable AccountId actor(String typed) {
    if (typed.isBlank()) return null;
    return Contact.parse(Typed.line(typed)).flatMap(accounts::findBy).orElse(new AccountId(Long.MAX_VALUE));
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      return day.getYear() < 2000 || day.getYear() > 2200 ? null : day;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable String empty(Map<String, String> asked, String name) {
    String line = Typed.line(asked.getOrDefault(name, ""));
    return line.isEmpty() ? null : line;
  }

  private ModelAndView people(GrantForm form, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    List<Supervisor> all = territories.all();
    Map<AccountId, String> names = accounts.names(all.stream().map(Supervisor::account).distinct().toList());
    List<SupervisorRow> rows = all.stream().map(one -> new SupervisorRow(one.account().value(), names.getOrDefault(one.account(), ""),
        one.wilaya() == null ? NATION : one.wilaya().value(),
        one.wilaya() == null ? words.text("supervision.nation") : places.name(one.wilaya(), words.language()), words.date(one.since()))).toList();
    Object[] parameters = {"rows", rows, "form", form, "problems", problems};
    return problems.any() ? View.unprocessable("supervision/people", parameters) : View.of("supervision/people", parameters);
  }

  private @Nullable WilayaCode wilaya(String territory, Problems problems) {
    if (territory.equals(NATION)) return null;
    Optional<WilayaCode> code = WilayaCode.of(territory).filter(one -> places.wilaya(one).isPresent());
    if (code.isEmpty()) problems.add("territory", "site.problem.choice");
    return code.orElse(null);
  }

  private static String words(String raw, Problems problems) {
    String words = Typed.line(raw);
    if (Typed.deceives(raw)) problems.add("reason", "site.problem.characters");
    if (words.length() < 5) problems.add("reason", "site.problem.required");
    if (words.length() > 500) problems.add("reason", "site.problem.tooLong", 500);
    return words;
  }

  private static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("administration is not for " + me.id());
  }
}
