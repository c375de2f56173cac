package dz.linatatawwa.rewards.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.rewards.Benefit;
import dz.linatatawwa.rewards.BenefitId;
import dz.linatatawwa.rewards.Benefits;
import dz.linatatawwa.rewards.Entry;
import dz.linatatawwa.rewards.Lots;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The drawing of lots for everybody to see and to repeat: numbers without names. */
@Controller
@RequestMapping("/benefits" + BenefitPages.ONE)
class LotPages {

  private final Benefits benefits;
  private final Lots lots;
  private final BenefitViews views;

  LotPages(Benefits benefits, Lots lots, BenefitViews views) {
    this.benefits = benefits;
    this.lots = lots;
    this.views = views;
  }

  @GetMapping("/lot")
  ModelAndView show(Optional<SignedIn> me, @PathVariable long id, @RequestParam(defaultValue = "1") String page) {
    Benefit benefit = found(id);
    Lots.View lot = view(benefit);
    Entry mine = me.map(person -> benefits.standing(person.id(), benefit).entry()).orElse(null);
    Object[] parameters = {"benefit", benefit, "lot", lot, "rows", views.page(lot.ranked(), page), "mine", mine};
    return View.of("rewards/lot", parameters);
  }

  /** The order that was drawn: rank, number, what came of it. */
  @GetMapping("/lot.csv")
  ResponseEntity<String> csv(@PathVariable long id) {
    List<Entry> ranked = view(found(id)).ranked();
    String rows = ranked.stream().map(entry -> entry.rank() + "," + entry.number() + "," + Objects.requireNonNullElse(entry.outcome(), "reserve"))
        .collect(Collectors.joining("\r\n", "rank,number,outcome\r\n", "\r\n"));
    return ResponseEntity.ok().contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"lot-" + id + ".csv\"").body(rows);
  }

  private Benefit found(long id) {
    return benefits.shown(new BenefitId(id)).orElseThrow(() -> new NotFound("benefit " + id));
  }

  private Lots.View view(Benefit benefit) {
    return lots.view(benefit.id()).orElseThrow(() -> new NotFound("no lot of benefit " + benefit.id()));
  }
}
