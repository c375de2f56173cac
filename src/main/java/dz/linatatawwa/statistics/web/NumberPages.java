package dz.linatatawwa.statistics.web;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import dz.linatatawwa.statistics.Division;
import dz.linatatawwa.statistics.Figures;
import dz.linatatawwa.statistics.MonthBar;
import dz.linatatawwa.statistics.Numbers;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
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

  private final Figures figures;
  private final PageMaker pages;

  NumberPages(Figures figures, PageMaker pages) {
    this.figures = figures;
    this.pages = pages;
  }

  @GetMapping("/numbers")
  ModelAndView numbers(@RequestParam(defaultValue = "") String wilayas, @RequestParam(defaultValue = "") String sort, HttpServletRequest request) {
    Numbers now = figures.now();
    Division division = Division.of(wilayas);
    Language language = pages.page(request).language();
    Order order = Order.of(sort);
    return View.of("statistics/numbers", "numbers", now, "division", division, "sort", order.code(), "rows", order.sorted(now.table(division)),
        "bars", MonthBar.of(now.months(), language.direction().equals("rtl")));
  }

  @GetMapping("/numbers/wilayas.csv")
  ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "") String wilayas) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("wilayas.csv").build().toString())
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(NumberCsv.write(figures.now(), Division.of(wilayas)).getBytes(StandardCharsets.UTF_8));
  }
}
