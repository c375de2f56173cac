package dz.linatatawwa.statistics.web;

import dz.linatatawwa.contests.Contests;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaMap;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.statistics.NationalNumbers;
import dz.linatatawwa.statistics.MonthBar;
import dz.linatatawwa.statistics.Numbers;
import dz.linatatawwa.statistics.WilayaFigures;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The nation's numbers: to look at, and to take away. */
@Controller
class NumberPages {

  private final NationalNumbers figures;
  private final Places places;
  private final PageMaker pages;
  private final Contests contests;

  NumberPages(NationalNumbers figures, Places places, PageMaker pages, Contests contests) {
    this.figures = figures;
    this.places = places;
    this.pages = pages;
    this.contests = contests;
  }

  @GetMapping("/numbers")
  ModelAndView numbers(@RequestParam(defaultValue = "") String wilayas, @RequestParam(defaultValue = "") String sort, HttpServletRequest request) {
    Numbers now = figures.now();
    Division division = Division.of(wilayas);
    Language language = pages.page(request).language();
    Order order = Order.of(sort);
    Map<String, WilayaFigures> drawn = drawn(now, division);
    Map<String, Long> minutes = drawn.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().minutes()));
    return View.of("statistics/numbers", "map", WilayaMap.of(minutes), "drawn", drawn, "numbers", now, "settling", contests.settlingTime(), "division", division, "sort", order.code(), "rows", order.sorted(now.table(division)),
        "bars", MonthBar.of(now.months(), language.direction().equals("rtl")));
  }

  /** What each of the 69 outlines shows: in an older division, the figures of the wilaya that it belonged to. */
  private Map<String, WilayaFigures> drawn(Numbers numbers, Division division) {
    Map<String, WilayaFigures> rows = numbers.table(division).stream().collect(Collectors.toMap(WilayaFigures::code, Function.identity()));
    Map<String, WilayaFigures> found = new TreeMap<>();
    places.wilayas().forEach(wilaya -> {
      WilayaFigures row = rows.get((switch (division) {
        case W69 -> wilaya.code();
        case W58 -> wilaya.in58();
        case W48 -> wilaya.in48();
      }).value());
      if (row != null) found.put(wilaya.code().value(), row);
    });
    return found;
  }

  @GetMapping("/numbers/wilayas.csv")
  ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "") String wilayas) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("wilayas.csv").build().toString())
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(NumberCsv.write(figures.now(), Division.of(wilayas)).getBytes(StandardCharsets.UTF_8));
  }
}
