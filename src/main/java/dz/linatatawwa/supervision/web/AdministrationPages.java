package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.AuditEntry;
import dz.linatatawwa.supervision.AuditFilter;
import dz.linatatawwa.supervision.History;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What administrators alone do in supervision: read the audit log. For everybody else these pages do not exist. */
@Controller
class AdministrationPages {

  private final Accounts accounts;
  private final Audit audit;
  private final History history;
  private final PageMaker pages;

  AdministrationPages(Accounts accounts, Audit audit, History history, PageMaker pages) {
    this.accounts = accounts;
    this.audit = audit;
    this.history = history;
    this.pages = pages;
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

  private static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("administration is not for " + me.id());
  }
}
