package dz.linatatawwa.daybook.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.daybook.ClosingDay;
import dz.linatatawwa.daybook.ClosingDays;
import dz.linatatawwa.daybook.ClosingPart;
import dz.linatatawwa.daybook.DayPerson;
import dz.linatatawwa.daybook.Daybook;
import dz.linatatawwa.daybook.Goods;
import dz.linatatawwa.daybook.Incidents;
import dz.linatatawwa.daybook.Keys;
import dz.linatatawwa.daybook.Note;
import dz.linatatawwa.daybook.DayPictures;
import dz.linatatawwa.daybook.GoodsKind;
import dz.linatatawwa.daybook.PictureRights;
import dz.linatatawwa.daybook.Thanks;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.hours.HourDesk;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The one screen on which a day is closed, as all its deeds show it again. */
@Component
class ClosingScreen {

  private final Desks desks;
  private final ClosingDays days;
  private final Daybook daybook;
  private final Goods goods;
  private final Units units;
  private final Incidents incidents;
  private final DayPictures pictures;
  private final PictureRights rights;
  private final Thanks thanks;
  private final HourDesk hours;
  private final Accounts accounts;
  private final ObjectProvider<ClosingPart> parts;

  ClosingScreen(Desks desks, ClosingDays days, Daybook daybook, Goods goods, Units units, Incidents incidents, DayPictures pictures, PictureRights rights,
      Thanks thanks, HourDesk hours, Accounts accounts, ObjectProvider<ClosingPart> parts) {
    this.desks = desks;
    this.days = days;
    this.daybook = daybook;
    this.goods = goods;
    this.units = units;
    this.incidents = incidents;
    this.pictures = pictures;
    this.rights = rights;
    this.thanks = thanks;
    this.hours = hours;
    this.accounts = accounts;
    this.parts = parts;
  }

  /** The day, for somebody who runs its organisation; for everybody else it is missing. */
  ClosingDay day(SignedIn me, long oid, long sid) {
    if (oid < 1 || sid < 1) throw new NotFound("shift " + sid + " of " + oid);
    return days.of(new OrganizationId(oid), new ShiftId(sid), me.id());
  }

  /** @param typed what was typed into a form that has problems, by field */
  ModelAndView show(SignedIn me, long oid, long sid, Problems problems, Map<String, String> typed) {
    ClosingDay day = day(me, oid, sid);
    ShiftId shift = day.facts().id();
    OrganizationId organization = new OrganizationId(oid);
    List<Note> notes = daybook.waiting(shift);
    var sent = thanks.of(shift);
    List<Object> parameters = new ArrayList<>(List.of("desk", desks.openToRun(me.id(), organization), "day", day, "notes", notes, "goods", goods.of(shift),
        "pictures", pictures.of(shift), "depictable", depictable(shift), "incidents", incidents.of(shift), "thanks", sent, "problems", problems, "typed", typed, "me", me.id().value(),
        "parts", parts.stream().toList(),
        "units", Map.of(true, units.of(GoodsKind.ACHIEVED), false, units.of(GoodsKind.USED)),
        "names", accounts.names(people(day, notes, sent.map(Thanks.Sent::by).orElse(null)))));
    if (day.closed()) parameters.addAll(List.of("hours", hours.shift(organization, shift, me.id())));
    String template = day.closed() ? "daybook/closed" : "daybook/closing";
    return problems.any() ? View.unprocessable(template, parameters.toArray()) : View.of(template, parameters.toArray());
  }

  private List<Option> depictable(ShiftId shift) {
    return rights.mayBeShown(shift).entrySet().stream().map(one -> Option.of(one.getKey().toString(), one.getValue())).toList();
  }

  /** Back to the screen, at one of its parts.
   *  @param part {@code hours}, {@code goods} … */
  static ModelAndView back(long oid, long sid, String part, Flash said) {
    return View.seeOther(address(oid, sid) + "#" + part, said);
  }

  static String address(long oid, long sid) {
    return "/organizations/" + oid + "/desk/shifts/" + sid + "/closing";
  }

  static String key(String typed) {
    if (!Keys.fit(typed)) throw new NotFound("not a key");
    return typed;
  }

  private static List<AccountId> people(ClosingDay day, List<Note> notes, @org.jspecify.annotations.Nullable Long thanked) {
    Stream<Long> marked = day.people().stream().flatMap(ClosingScreen::by);
    Stream<Long> steps = Stream.of(day.proposal(), day.closure()).filter(Objects::nonNull).map(ClosingDay.Step::by);
    Stream<Long> noted = notes.stream().map(note -> note.notedBy().value());
    return Stream.of(marked, steps, noted, Stream.ofNullable(thanked)).flatMap(all -> all).distinct().map(AccountId::new).toList();
  }

  private static Stream<Long> by(DayPerson person) {
    return Stream.of(person.noShowBy(), person.answeredBy()).filter(Objects::nonNull);
  }
}
