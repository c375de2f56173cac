package dz.linatatawwa.hours.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.LineNotes;
import dz.linatatawwa.hours.Receipt;
import dz.linatatawwa.hours.ReceiptSection;
import dz.linatatawwa.hours.Receipts;
import dz.linatatawwa.hours.ShiftEvidence;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The receipt of one entry of one's own ledger, to read, to print, and to contest. */
@Controller
class ReceiptPages {

  private final Receipts receipts;
  private final Places places;
  private final PageMaker pages;
  private final ObjectProvider<LineNotes> notes;
  private final ObjectProvider<ShiftEvidence> evidence;
  private final ObjectProvider<ReceiptSection> sections;
  private final Clock clock;

  ReceiptPages(Receipts receipts, Places places, PageMaker pages, ObjectProvider<LineNotes> notes, ObjectProvider<ShiftEvidence> evidence,
      ObjectProvider<ReceiptSection> sections, Clock clock) {
    this.receipts = receipts;
    this.places = places;
    this.pages = pages;
    this.notes = notes;
    this.evidence = evidence;
    this.sections = sections;
    this.clock = clock;
  }

  @GetMapping("/hours/entries/{entry:[1-9]\\d{0,17}}")
  ModelAndView entry(SignedIn me, @PathVariable long entry, @RequestParam(defaultValue = "") String print, HttpServletRequest request) {
    return shown(me, receipts.ofEntry(me.id(), entry).orElseThrow(() -> new NotFound("entry " + entry)), print.equals("1"), request);
  }

  /** A claim that is in the ledger by now has its receipt there. */
  @GetMapping("/hours/claims/{claim:[1-9]\\d{0,17}}")
  ModelAndView claim(SignedIn me, @PathVariable long claim, @RequestParam(defaultValue = "") String print, HttpServletRequest request) {
    Optional<Receipt> waiting = receipts.ofClaim(me.id(), new ClaimId(claim));
    if (waiting.isPresent()) return shown(me, waiting.get(), print.equals("1"), request);
    long entry = receipts.newestEntry(new ClaimId(claim)).flatMap(id -> receipts.ofEntry(me.id(), id)).map(receipt -> receipt.line().entry())
        .orElseThrow(() -> new NotFound("claim " + claim));
    return View.seeOther("/hours/entries/" + entry);
  }

  private ModelAndView shown(SignedIn me, Receipt receipt, boolean print, HttpServletRequest request) {
    Page page = pages.page(request);
    var commune = receipt.commune();
    return View.of("hours/receipt", "receipt", receipt, "who", me.name(), "place", commune == null ? "" : places.commune(commune)
            .map(c -> c.name().in(page.language()) + " · " + places.name(c.wilaya(), page.language())).orElse(""),
        "notes", print ? List.of() : List.copyOf(Notes.of(notes, me.id(), List.of(receipt.line()), page).values()), "papers", papers(me, receipt, page),
        "sections", sections.orderedStream().flatMap(room -> room.section(me.id(), receipt, print, page).stream()).toList(), "print", print, "now", clock.instant());
  }

  private List<Content> papers(SignedIn me, Receipt receipt, Page page) {
    ShiftId shift = receipt.shift();
    return shift == null ? List.of() : evidence.stream().flatMap(room -> room.toPerson(shift, me.id(), page).stream()).toList();
  }
}
