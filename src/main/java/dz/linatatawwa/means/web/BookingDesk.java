package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.means.Booking;
import dz.linatatawwa.means.BookingId;
import dz.linatatawwa.means.Bookings;
import dz.linatatawwa.means.Handed;
import dz.linatatawwa.means.Handing;
import dz.linatatawwa.means.Handings;
import dz.linatatawwa.means.LentThings;
import dz.linatatawwa.means.Wear;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.util.List;
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

/** Bookings of an organisation's things, and its bookings of others' things: answered, handed over, taken back. */
@Controller
@RequestMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/means/bookings")
class BookingDesk {

  private static final String ONE = "/{bid:[1-9][0-9]{0,17}}";

  private final Desks desks;
  private final Bookings bookings;
  private final Handings handings;
  private final LentThings things;
  private final Accounts accounts;
  private final ThingViews views;

  BookingDesk(Desks desks, Bookings bookings, Handings handings, LentThings things, Accounts accounts, ThingViews views) {
    this.desks = desks;
    this.bookings = bookings;
    this.handings = handings;
    this.things = things;
    this.accounts = accounts;
    this.views = views;
  }

  static String address(long oid, BookingId id) {
    return "/organizations/" + oid + "/desk/means/bookings/" + id;
  }

  /** @param side {@code borrowed}: what it takes from others; else what others take from it */
  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "") String side, @RequestParam(defaultValue = "1") String page) {
    Desk desk = desk(me, oid);
    boolean lends = !side.equals("borrowed");
    return View.of("means/bookings", "desk", desk, "bookings", bookings.of(desk.organization().id(), lends, Fields.page(page)), "lends", lends, "now", views.now());
  }

  @GetMapping(ONE)
  ModelAndView show(SignedIn me, @PathVariable long oid, @PathVariable long bid) {
    Desk desk = desk(me, oid);
    return shown(desk, of(desk, bid), new Fields(Map.of(), Problems.none()));
  }

  @PostMapping(ONE + "/agreement")
  ModelAndView agree(SignedIn me, @PathVariable long oid, @PathVariable long bid) {
    Booking booking = lent(desk(me, oid), bid);
    boolean now = bookings.agree(booking.id(), me.id());
    return View.seeOther(address(oid, booking.id()), View.saying(now ? "means.said.agreed" : "means.said.notAny"));
  }

  @PostMapping(ONE + "/refusal")
  ModelAndView refuse(SignedIn me, @PathVariable long oid, @PathVariable long bid, @RequestParam Map<String, String> typed) {
    Desk desk = desk(me, oid);
    Booking booking = lent(desk, bid);
    Fields fields = Fields.of(typed);
    String why = fields.line("why", 3, 300);
    if (fields.problems().any()) return shown(desk, booking, fields);
    boolean now = bookings.refuse(booking.id(), why, me.id());
    return View.seeOther(address(oid, booking.id()), View.saying(now ? "means.said.refused" : "means.said.notAny"));
  }

  @PostMapping(ONE + "/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long oid, @PathVariable long bid) {
    Desk desk = desk(me, oid);
    Booking booking = of(desk, bid);
    if (!booking.borrower().equals(desk.organization().id())) throw new NotFound("booking " + bid + " is not borrowed by " + oid);
    boolean now = bookings.withdraw(booking.id());
    return View.seeOther(address(oid, booking.id()), View.saying(now ? "means.said.bookingGone" : "means.said.notAny"));
  }

  @PostMapping(ONE + "/handover")
  ModelAndView handOver(SignedIn me, @PathVariable long oid, @PathVariable long bid, @RequestParam Map<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile picture) {
    return hand(me, oid, bid, typed, picture, true);
  }

  @PostMapping(ONE + "/takeback")
  ModelAndView takeBack(SignedIn me, @PathVariable long oid, @PathVariable long bid, @RequestParam Map<String, String> typed,
      @RequestParam(required = false) @Nullable MultipartFile picture) {
    return hand(me, oid, bid, typed, picture, false);
  }

  private ModelAndView hand(SignedIn me, long oid, long bid, Map<String, String> typed, @Nullable MultipartFile picture, boolean out) {
    Desk desk = desk(me, oid);
    Booking booking = lent(desk, bid);
    Fields fields = Fields.of(typed);
    Optional<Wear> wear = Wear.of(fields.get("wear"));
    if (wear.isEmpty()) fields.problems().add("wear", "site.problem.choice");
    String words = fields.lines("words", 500);
    if (wear.isPresent() && wear.get() == Wear.DAMAGED && words.isEmpty()) fields.problems().add("words", "means.problem.damage");
    if (fields.problems().any()) return shown(desk, booking, fields);
    Handings.Seen seen = new Handings.Seen(wear.orElseThrow(), words, picture);
    Handed handed = out ? handings.out(booking.id(), seen, fields.get("key"), me.id()) : handings.in(booking.id(), seen, fields.get("key"), me.id());
    switch (handed) {
      case Handed.Done done -> {
        return View.seeOther(address(oid, booking.id()), View.saying(out ? "means.said.out" : "means.said.in"));
      }
      case Handed.NotNow notNow -> {
        return View.seeOther(address(oid, booking.id()), View.refusing("means.said.notNow"));
      }
      case Handed.StillAway(Booking by) -> fields.problems().add("wear", "means.problem.stillAway", by.borrowerName().in(me.language()));
      case Handed.Damaged damaged -> fields.problems().add("wear", "means.problem.damaged");
      case Handed.NoPicture(var why) -> fields.problems().add("picture", why.key(), why.arguments().toArray());
    }
    return shown(desk, booking, fields);
  }

  private ModelAndView shown(Desk desk, Booking booking, Fields fields) {
    List<Handing> lines = handings.of(booking.id());
    List<AccountId> people = lines.stream().map(Handing::by).distinct().toList();
    Object[] parameters = {"desk", desk, "booking", booking, "thing", things.find(booking.thing()).orElseThrow(), "handings", lines, "names", accounts.names(people),
        "lends", booking.owner().equals(desk.organization().id()), "now", views.now(), "problems", fields.problems(), "typed", fields.typed()};
    return fields.problems().any() ? View.unprocessable("means/booking", parameters) : View.of("means/booking", parameters);
  }

  /** One of an own thing. */
  private Booking lent(Desk desk, long bid) {
    Booking booking = of(desk, bid);
    if (!booking.owner().equals(desk.organization().id())) throw new NotFound("booking " + bid + " is not of a thing of " + desk.organization().id());
    return booking;
  }

  private Booking of(Desk desk, long bid) {
    return bookings.of(desk.organization().id(), new BookingId(bid));
  }

  private Desk desk(SignedIn me, long oid) {
    return desks.openToRun(me.id(), new OrganizationId(oid));
  }
}
