package dz.linatatawwa.imports.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.imports.Import;
import dz.linatatawwa.imports.Imports;
import dz.linatatawwa.imports.Imports.Column;
import dz.linatatawwa.imports.Kind;
import dz.linatatawwa.imports.Mapping;
import dz.linatatawwa.imports.Showing;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which column fills which field: guessed, shown with what stands in it, corrected by a person. */
@Controller
class ColumnPages {

  private static final String COLUMN = "column-";

  private final Desk desk;
  private final Imports imports;
  private final Places places;
  private final PageMaker pages;

  ColumnPages(Desk desk, Imports imports, Places places, PageMaker pages) {
    this.desk = desk;
    this.imports = imports;
    this.places = places;
    this.pages = pages;
  }

  @GetMapping("/imports/{id}/columns")
  ModelAndView show(SignedIn me, HttpServletRequest request, @PathVariable long id) {
    Import of = desk.look(me, id);
    if (of.state() != Import.State.UPLOADED) return View.seeOther("/imports/" + id);
    Mapping mapping = imports.mapping(id);
    List<Column> columns = imports.columns(id);
    Map<String, String> typed = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      int column = i;
      mapping.columns().forEach((field, filled) -> { if (filled.equals(name)) typed.put(COLUMN + column, field); });
    }
    typed.put(Mapping.HOURS, mapping.hours());
    typed.put(Mapping.SEAT, mapping.seat());
    return View.of("imports/columns", parameters(request, of, columns, typed, Problems.none()));
  }

  @PostMapping("/imports/{id}/columns")
  ModelAndView save(SignedIn me, HttpServletRequest request, @PathVariable long id, @RequestParam Map<String, String> typed) {
    Import of = desk.look(me, id);
    if (of.state() != Import.State.UPLOADED) return View.seeOther("/imports/" + id);
    List<Column> columns = imports.columns(id);
    Problems problems = Problems.none();
    Map<String, String> chosen = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String field = typed.getOrDefault(COLUMN + i, "");
      if (field.isEmpty() || !of.kind().fields().contains(field)) continue;
      if (chosen.putIfAbsent(field, columns.get(i).name()) != null) problems.add(COLUMN + i, "imports.problem.twice", chosen.get(field));
    }
    Map<String, String> constants = of.kind() == Kind.OPPORTUNITIES ? options(typed, problems) : Map.of();
    if (problems.any()) return View.unprocessable("imports/columns", parameters(request, of, columns, typed, problems));
    imports.map(id, new Mapping(chosen, constants));
    return View.seeOther("/imports/" + id);
  }

  private Map<String, String> options(Map<String, String> typed, Problems problems) {
    String hours = Typed.line(typed.get(Mapping.HOURS));
    if (!hours.matches("none|([01]?\\d|2[0-3]):[0-5]\\d-([01]?\\d|2[0-3]):[0-5]\\d")) problems.add(Mapping.HOURS, "imports.problem.hours");
    List<Commune> seats = places.communesNamed(Typed.line(typed.get(Mapping.SEAT)));
    if (seats.size() != 1) problems.add(Mapping.SEAT, "imports.problem.seat");
    return problems.any() ? Map.of() : Map.of(Mapping.HOURS, hours, Mapping.SEAT, seats.getFirst().code().value());
  }

  private Object[] parameters(HttpServletRequest request, Import of, List<Column> columns, Map<String, String> typed, Problems problems) {
    Words words = pages.page(request).words();
    return new Object[] {"of", of, "columns", columns, "typed", Map.copyOf(typed), "problems", problems,
        "fields", of.kind().fields().stream().map(field -> Option.of(field, Showing.field(field, words))).toList()};
  }
}
