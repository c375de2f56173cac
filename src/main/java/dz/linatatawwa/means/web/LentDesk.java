package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.means.BookingId;
import dz.linatatawwa.means.LentThings;
import dz.linatatawwa.means.Offered;
import dz.linatatawwa.means.Thing;
import dz.linatatawwa.means.ThingId;
import dz.linatatawwa.means.ThingKind;
import dz.linatatawwa.means.ThingPictures;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Things that other organisations lend: found by kind, place and day, and asked for. */
@Controller
@RequestMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/means/lent")
class LentDesk {

  private final Desks desks;
  private final LentThings things;
  private final ThingPictures pictures;
  private final ThingViews views;

  LentDesk(Desks desks, LentThings things, ThingPictures pictures, ThingViews views) {
    this.desks = desks;
    this.things = things;
    this.pictures = pictures;
    this.views = views;
  }

  /** @param from the first day on which it must be free; with none, it is enough that it is free now
   *  @param to   the last one; with none, the first */
  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "1") String page) {
    Desk desk = desk(me, oid);
    Optional<WilayaCode> place = WilayaCode.of(wilaya);
    Optional<ThingKind> only = ThingKind.of(kind);
    LocalDate first = new Fields(Map.of("d", from), Problems.none()).date("d");
    LocalDate last = new Fields(Map.of("d", to), Problems.none()).date("d");
    if (last == null || first == null || last.isBefore(first)) last = first;
    Offered asked = first == null || last == null ? new Offered(place.orElse(null), only.orElse(null), views.now(), views.now().plusSeconds(60))
        : new Offered(place.orElse(null), only.orElse(null), first.atStartOfDay(Words.ZONE).toInstant(), last.plusDays(1).atStartOfDay(Words.ZONE).toInstant());
    return View.of("means/lent", "desk", desk, "things", things.offered(desk.organization().id(), asked, Fields.page(page)), "wilaya", place.map(WilayaCode::value).orElse(""),
        "kind", only.map(ThingKind::code).orElse(""), "from", first == null ? "" : first.toString(), "to", last == null ? "" : last.toString(), "now", views.now());
  }

  @GetMapping("/{tid:[1-9][0-9]{0,17}}")
  ModelAndView show(SignedIn me, @PathVariable long oid, @PathVariable long tid, @RequestParam(defaultValue = "") String month) {
    Desk desk = desk(me, oid);
    return shown(desk, things.lent(desk.organization().id(), new ThingId(tid)), month, new Fields(Map.of(), Problems.none()));
  }

  @PostMapping("/{tid:[1-9][0-9]{0,17}}/bookings")
  ModelAndView book(SignedIn me, @PathVariable long oid, @PathVariable long tid, @RequestParam Map<String, String> typed) {
    Desk desk = desk(me, oid);
    Thing thing = things.lent(desk.organization().id(), new ThingId(tid));
    Fields fields = Fields.of(typed);
    Optional<BookingId> made = views.book(desk, thing, fields, me.id());
    if (made.isEmpty()) return shown(desk, thing, fields.get("month"), fields);
    return View.seeOther(BookingDesk.address(oid, made.get()), View.sayingWithUndo(BookingDesk.address(oid, made.get()) + "/withdrawal", "means.said.bookingAsked"));
  }

  private ModelAndView shown(Desk desk, Thing thing, String month, Fields fields) {
    Object[] parameters = {"desk", desk, "thing", thing, "pictures", pictures.of(thing.id()), "month", views.month(thing, month), "now", views.now(), "today", views.today(),
        "problems", fields.problems(), "typed", fields.typed()};
    return fields.problems().any() ? View.unprocessable("means/lentThing", parameters) : View.of("means/lentThing", parameters);
  }

  private Desk desk(SignedIn me, long oid) {
    return desks.openToRun(me.id(), new OrganizationId(oid));
  }
}
