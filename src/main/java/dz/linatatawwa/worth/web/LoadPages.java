package dz.linatatawwa.worth.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.worth.Load;
import dz.linatatawwa.worth.LoadKind;
import dz.linatatawwa.worth.LoadRead;
import dz.linatatawwa.worth.Loads;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What is loaded for figures, and the way to load it: a table is read, looked at, stored, replaced by a newer one, taken back. For others than administrators there is no such page. */
@Controller
@RequestMapping("/administration/statistics")
class LoadPages {

  private static final String HERE = "/administration/statistics";
  private static final String ONE = "/loads/{id:[1-9][0-9]{0,17}}";
  private static final int SHOWN_ROWS = 12;
  private static final int SHOWN_FAULTS = 200;

  private final Loads loads;
  private final Accounts accounts;

  LoadPages(Loads loads, Accounts accounts) {
    this.loads = loads;
    this.accounts = accounts;
  }

  @GetMapping
  ModelAndView list(SignedIn me) {
    administrator(me);
    return page(Problems.none(), "", "");
  }

  @PostMapping("/loads")
  ModelAndView load(SignedIn me, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String source,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    administrator(me);
    Problems problems = Problems.none();
    LoadKind chosen = LoadKind.of(kind).orElse(null);
    if (chosen == null) problems.add("kind", "site.problem.choice");
    String from = Typed.line(source);
    if (from.length() < 3) problems.add("source", "worth.load.problem.source");
    else if (from.length() > 300) problems.add("source", "site.problem.tooLong", 300);
    if (file == null || file.isEmpty()) problems.add("file", "worth.load.problem.file");
    if (problems.any() || chosen == null || file == null) return page(problems, kind, source);
    return switch (loads.read(chosen, bytes(file))) {
      case LoadRead.Refused(String key, List<Object> arguments) -> page(problems.add("file", key, arguments.toArray()), kind, source);
      case LoadRead.Faulty(int rows, List<LoadRead.Fault> faults) -> View.unprocessable("worth/faults", "kind", chosen, "source", from, "rows", rows, "total", faults.size(),
          "faults", faults.stream().limit(SHOWN_FAULTS).toList());
      case LoadRead.Good good -> View.seeOther(HERE + "/loads/" + loads.keep(chosen, good, from, me.id()));
    };
  }

  @GetMapping(ONE)
  ModelAndView one(@PathVariable long id, SignedIn me) {
    administrator(me);
    Load load = known(id);
    List<Integer> used = loads.years(load.kind());
    return View.of("worth/load", "load", load, "rows", loads.rows(id, SHOWN_ROWS), "replaced", load.years().stream().filter(used::contains).toList(),
        "who", accounts.names(List.of(load.by())).getOrDefault(load.by(), "—"));
  }

  @PostMapping(ONE + "/storing")
  ModelAndView store(@PathVariable long id, SignedIn me) {
    administrator(me);
    return loads.store(known(id).id(), me.id()) ? View.seeOther(HERE, View.sayingWithUndo(HERE + "/loads/" + id + "/undoing", "worth.load.said.stored"))
        : View.seeOther(HERE, View.saying("worth.load.said.before"));
  }

  @PostMapping(ONE + "/undoing")
  ModelAndView undo(@PathVariable long id, SignedIn me) {
    administrator(me);
    return View.seeOther(HERE, View.saying(loads.undo(known(id).id(), me.id()) ? "worth.load.said.undone" : "worth.load.said.newer"));
  }

  @PostMapping(ONE + "/discarding")
  ModelAndView discard(@PathVariable long id, SignedIn me) {
    administrator(me);
    loads.discard(id);
    return View.seeOther(HERE, View.saying("worth.load.said.discarded"));
  }

  @GetMapping("/templates/{kind:[a-z]{3,12}}.{format:csv|xlsx}")
  ResponseEntity<byte[]> template(@PathVariable String kind, @PathVariable String format, SignedIn me) {
    administrator(me);
    LoadKind of = LoadKind.of(kind).orElseThrow(() -> new NotFound("template " + kind));
    boolean csv = format.equals("csv");
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(kind + "." + format).build().toString())
        .contentType(MediaType.parseMediaType(csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        .body(csv ? LoadTemplates.csv(of) : LoadTemplates.xlsx(of));
  }

  private ModelAndView page(Problems problems, String kind, String source) {
    List<Load> stored = loads.stored();
    Map<AccountId, String> names = accounts.names(stored.stream().map(Load::by).distinct().toList());
    Map<LoadKind, List<Integer>> years = Arrays.stream(LoadKind.values()).collect(Collectors.toMap(of -> of, loads::years));
    Object[] parameters = {"loads", stored, "names", names, "years", years, "kind", kind, "source", source, "problems", problems};
    return problems.any() ? View.unprocessable("worth/loads", parameters) : View.of("worth/loads", parameters);
  }

  private Load known(long id) {
    return loads.find(id).orElseThrow(() -> new NotFound("load " + id));
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("loads for " + me.id());
  }
}
