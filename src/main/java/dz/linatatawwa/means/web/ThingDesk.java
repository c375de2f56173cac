package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.means.BookingId;
import dz.linatatawwa.means.Bookings;
import dz.linatatawwa.means.Handings;
import dz.linatatawwa.means.LentThings;
import dz.linatatawwa.means.Thing;
import dz.linatatawwa.means.ThingCode;
import dz.linatatawwa.means.ThingId;
import dz.linatatawwa.means.ThingKind;
import dz.linatatawwa.means.ThingPictures;
import dz.linatatawwa.means.ThingWords;
import dz.linatatawwa.means.Wear;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** An organisation's own things: the list, one thing with its calendar and history, pictures, and booking it. */
@Controller
@RequestMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/means/things")
class ThingDesk {

  private static final String ONE = "/{tid:[1-9][0-9]{0,17}}";

  private final Desks desks;
  private final LentThings things;
  private final Bookings bookings;
  private final Handings handings;
  private final ThingPictures pictures;
  private final ThingViews views;

  ThingDesk(Desks desks, LentThings things, Bookings bookings, Handings handings, ThingPictures pictures, ThingViews views) {
    this.desks = desks;
    this.things = things;
    this.bookings = bookings;
    this.handings = handings;
    this.pictures = pictures;
    this.views = views;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "1") String page) {
    Desk desk = desk(me, oid);
    Optional<ThingKind> only = ThingKind.of(kind);
    return View.of("means/things", "desk", desk, "things", things.of(desk.organization().id(), only.orElse(null), Fields.page(page)), "kind",
        only.map(ThingKind::code).orElse(""), "asked", bookings.asked(desk.organization().id()), "now", views.now());
  }

  /** What a scanner or a person gave: the thing, or the same page with the reason. */
  @GetMapping("/scan")
  ModelAndView scan(SignedIn me, @PathVariable long oid, @RequestParam(required = false) @Nullable String code) {
    Desk desk = desk(me, oid);
    Problems problems = Problems.none();
    if (code != null) {
      Optional<ThingCode> read = ThingCode.read(code);
      Optional<Thing> found = read.flatMap(things::byCode).filter(thing -> thing.organization().equals(desk.organization().id()));
      if (found.isPresent()) return View.seeOther(address(oid, found.get().id()));
      problems.add("code", read.isEmpty() ? "means.problem.code" : "means.problem.notOurs");
    }
    Object[] parameters = {"desk", desk, "typed", code == null ? "" : code.substring(0, Math.min(60, code.length())), "problems", problems};
    return problems.any() ? View.unprocessable("means/scan", parameters) : View.of("means/scan", parameters);
  }

  @GetMapping("/new")
  ModelAndView blank(SignedIn me, @PathVariable long oid) {
    Desk desk = desk(me, oid);
    String address = desk.organization().profile().seat().address();
    return form(desk, null, new Fields(Map.of("wear", "good", "keptAt", address == null ? "" : address), Problems.none()));
  }

  @PostMapping
  ModelAndView add(SignedIn me, @PathVariable long oid, @RequestParam Map<String, String> typed) {
    Desk desk = desk(me, oid);
    Fields fields = Fields.of(typed);
    Optional<ThingWords> words = words(fields);
    Optional<Wear> wear = wear(fields);
    if (words.isEmpty() || wear.isEmpty()) return form(desk, null, fields);
    ThingId id = things.add(desk.organization(), words.get(), wear.get(), me.id());
    return View.seeOther(address(oid, id), View.saying("means.said.thing"));
  }

  @GetMapping(ONE)
  ModelAndView show(SignedIn me, @PathVariable long oid, @PathVariable long tid, @RequestParam(defaultValue = "") String month) {
    Desk desk = desk(me, oid);
    return shown(desk, own(desk, tid), month, new Fields(Map.of(), Problems.none()));
  }

  @GetMapping(ONE + "/edit")
  ModelAndView edit(SignedIn me, @PathVariable long oid, @PathVariable long tid) {
    Desk desk = desk(me, oid);
    Thing thing = own(desk, tid);
    ThingWords words = thing.words();
    Map<String, String> typed = new HashMap<>(Map.of("kind", words.kind().code(), "label", words.label(), "about", words.about(), "keptAt", words.keptAt(), "wear", thing.wear().code()));
    if (words.forAll()) typed.put("forAll", "true");
    return form(desk, thing, new Fields(typed, Problems.none()));
  }

  @PostMapping(ONE)
  ModelAndView change(SignedIn me, @PathVariable long oid, @PathVariable long tid, @RequestParam Map<String, String> typed) {
    Desk desk = desk(me, oid);
    Thing thing = own(desk, tid);
    Fields fields = Fields.of(typed);
    Optional<ThingWords> words = words(fields);
    Optional<Wear> wear = wear(fields);
    if (words.isEmpty() || wear.isEmpty()) return form(desk, thing, fields);
    things.change(thing.id(), words.get(), wear.get());
    return View.seeOther(address(oid, thing.id()), View.saying("means.said.changed"));
  }

  @PostMapping(ONE + "/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long oid, @PathVariable long tid) {
    Thing thing = own(desk(me, oid), tid);
    things.withdraw(thing.id(), true, me.id());
    return View.seeOther(address(oid, thing.id()), View.sayingWithUndo(address(oid, thing.id()) + "/return", "means.said.thingGone"));
  }

  @PostMapping(ONE + "/return")
  ModelAndView putBack(SignedIn me, @PathVariable long oid, @PathVariable long tid) {
    Thing thing = own(desk(me, oid), tid);
    things.withdraw(thing.id(), false, me.id());
    return View.seeOther(address(oid, thing.id()), View.saying("means.said.thingBack"));
  }

  @PostMapping(ONE + "/pictures")
  ModelAndView addPicture(SignedIn me, @PathVariable long oid, @PathVariable long tid, @RequestParam MultipartFile picture) {
    Desk desk = desk(me, oid);
    Thing thing = own(desk, tid);
    Optional<Kept.Refused> refused = pictures.add(thing.id(), picture, me.id());
    if (refused.isEmpty()) return View.seeOther(address(oid, thing.id()) + "#pictures", View.saying("means.said.picture"));
    Fields fields = new Fields(Map.of(), Problems.none());
    fields.problems().add("picture", refused.get().key(), refused.get().arguments().toArray());
    return shown(desk, thing, "", fields);
  }

  @PostMapping(ONE + "/pictures/{file}/removal")
  ModelAndView removePicture(SignedIn me, @PathVariable long oid, @PathVariable long tid, @PathVariable String file) {
    Thing thing = own(desk(me, oid), tid);
    if (!FileId.of(file).map(id -> pictures.remove(thing.id(), id)).orElse(false)) throw new NotFound("picture " + file);
    return View.seeOther(address(oid, thing.id()) + "#pictures", View.refusing("means.said.pictureGone"));
  }

  @PostMapping(ONE + "/bookings")
  ModelAndView book(SignedIn me, @PathVariable long oid, @PathVariable long tid, @RequestParam Map<String, String> typed) {
    Desk desk = desk(me, oid);
    Thing thing = own(desk, tid);
    Fields fields = Fields.of(typed);
    Optional<BookingId> made = views.book(desk, thing, fields, me.id());
    if (made.isEmpty()) return shown(desk, thing, fields.get("month"), fields);
    return View.seeOther(address(oid, thing.id()) + "#ahead", View.sayingWithUndo(BookingDesk.address(oid, made.get()) + "/withdrawal", "means.said.booked"));
  }

  static String address(long oid, ThingId id) {
    return "/organizations/" + oid + "/desk/means/things/" + id;
  }

  private ModelAndView shown(Desk desk, Thing thing, String month, Fields fields) {
    Object[] parameters = {"desk", desk, "thing", thing, "pictures", pictures.of(thing.id()), "month", views.month(thing, month), "ahead", bookings.ahead(thing.id()),
        "history", handings.of(thing.id()), "now", views.now(), "today", views.today(), "problems", fields.problems(), "typed", fields.typed()};
    return fields.problems().any() ? View.unprocessable("means/thing", parameters) : View.of("means/thing", parameters);
  }

  private static ModelAndView form(Desk desk, @Nullable Thing thing, Fields fields) {
    String at = thing == null ? "/means/things" : "/means/things/" + thing.id();
    Object[] parameters = {"desk", desk, "title", thing == null ? "" : thing.label(), "at", desk.address(at), "problems", fields.problems(), "typed", fields.typed()};
    return fields.problems().any() ? View.unprocessable("means/thingForm", parameters) : View.of("means/thingForm", parameters);
  }

  private static Optional<ThingWords> words(Fields fields) {
    Optional<ThingKind> kind = ThingKind.of(fields.get("kind"));
    if (kind.isEmpty()) fields.problems().add("kind", "site.problem.choice");
    String label = fields.line("label", 2, 120);
    String about = fields.lines("about", 1000);
    String keptAt = fields.line("keptAt", 3, 200);
    return fields.problems().any() ? Optional.empty() : Optional.of(new ThingWords(kind.orElseThrow(), label, about, keptAt, fields.ticked("forAll")));
  }

  private static Optional<Wear> wear(Fields fields) {
    Optional<Wear> wear = Wear.of(fields.get("wear"));
    if (wear.isEmpty()) fields.problems().add("wear", "site.problem.choice");
    return wear;
  }

  private Thing own(Desk desk, long tid) {
    return things.own(desk.organization().id(), new ThingId(tid));
  }

  private Desk desk(SignedIn me, long oid) {
    return desks.openToRun(me.id(), new OrganizationId(oid));
  }
}
