package dz.linatatawwa.daybook.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.daybook.ClosingDay;
import dz.linatatawwa.daybook.Daybook;
import dz.linatatawwa.daybook.Goods;
import dz.linatatawwa.daybook.GoodsKind;
import dz.linatatawwa.daybook.GoodsLine;
import dz.linatatawwa.daybook.DayPictures;
import dz.linatatawwa.daybook.PictureRights;
import dz.linatatawwa.daybook.Thanks;
import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.site.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What else the day leaves behind, on the same screen: goods, notes of phones, pictures, thanks; before and after it is closed. */
@Controller
@RequestMapping("/organizations/{oid:\\d{1,18}}/desk/shifts/{sid:\\d{1,18}}/closing")
class LeavingsDesk {

  private final ClosingScreen screen;
  private final Daybook daybook;
  private final Goods goods;
  private final Units units;
  private final DayPictures pictures;
  private final PictureRights rights;
  private final Thanks thanks;
  private final ApplicationEventPublisher events;

  LeavingsDesk(ClosingScreen screen, Daybook daybook, Goods goods, Units units, DayPictures pictures, PictureRights rights, Thanks thanks, ApplicationEventPublisher events) {
    this.screen = screen;
    this.daybook = daybook;
    this.goods = goods;
    this.units = units;
    this.pictures = pictures;
    this.rights = rights;
    this.thanks = thanks;
    this.events = events;
  }

  @PostMapping("/goods")
  ModelAndView addGoods(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam String key, @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String what, @RequestParam(defaultValue = "") String quantity, @RequestParam(defaultValue = "") String unit) {
    ShiftId shift = begun(me, oid, sid).facts().id();
    GoodsKind kept = GoodsKind.of(kind).orElseThrow(() -> new NotFound("goods " + kind));
    String field = kept == GoodsKind.ACHIEVED ? "achieved-" : "goods-";
    String name = Typed.line(what);
    Problems problems = new Problems();
    int number = quantity(quantity);
    if (number == 0) problems.add(field + "quantity", "daybook.problem.quantity");
    Optional<Unit> counted = units.of(kept).stream().filter(one -> one.code().equals(unit)).findFirst();
    if (counted.isEmpty()) problems.add(field + "unit", "daybook.problem.unit");
    if (kept != GoodsKind.ACHIEVED && name.isEmpty()) problems.add(field + "what", "daybook.problem.what");
    if (name.length() > 120) problems.add(field + "what", "daybook.problem.long", 120);
    if (!problems.any() && !goods.add(shift, me.id(), ClosingScreen.key(key), new GoodsLine(0, kept, name, number, counted.orElseThrow()))) {
      problems.add(field + "quantity", "daybook.problem.goods", Goods.MOST);
    }
    if (problems.any()) {
      return screen.show(me, oid, sid, problems, Map.of(field + "quantity", quantity, field + "what", what, field + "unit", unit, "goods-kind", kind));
    }
    events.publishEvent(new PublicPagesChanged());
    return ClosingScreen.back(oid, sid, "goods", View.saying("daybook.said.goods"));
  }

  @PostMapping("/goods/{id:\\d{1,18}}/removal")
  ModelAndView removeGoods(SignedIn me, @PathVariable long oid, @PathVariable long sid, @PathVariable long id) {
    ClosingDay day = screen.day(me, oid, sid);
    if (!goods.remove(day.facts().id(), id, me.id())) throw new NotFound("goods " + id);
    events.publishEvent(new PublicPagesChanged());
    return ClosingScreen.back(oid, sid, "goods", View.sayingWithUndo(ClosingScreen.address(oid, sid) + "/goods/" + id + "/return", "daybook.said.goodsGone"));
  }

  @PostMapping("/goods/{id:\\d{1,18}}/return")
  ModelAndView putGoodsBack(SignedIn me, @PathVariable long oid, @PathVariable long sid, @PathVariable long id) {
    goods.putBack(screen.day(me, oid, sid).facts().id(), id);
    events.publishEvent(new PublicPagesChanged());
    return ClosingScreen.back(oid, sid, "goods", View.saying("daybook.said.takenBack"));
  }

  @PostMapping("/notes/{key}/done")
  ModelAndView done(SignedIn me, @PathVariable long oid, @PathVariable long sid, @PathVariable String key) {
    if (!daybook.done(screen.day(me, oid, sid).facts().id(), ClosingScreen.key(key), me.id())) throw new NotFound("note " + key);
    return ClosingScreen.back(oid, sid, "goods", View.refusing("daybook.said.noteDone"));
  }

  @PostMapping("/pictures")
  ModelAndView addPicture(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam String key, @RequestParam MultipartFile picture,
      @RequestParam(defaultValue = "") String caption, @RequestParam(defaultValue = "false") boolean consent,
      @RequestParam(defaultValue = "false") boolean shown, @RequestParam(required = false) @Nullable List<String> minors) {
    ShiftId shift = begun(me, oid, sid).facts().id();
    Set<Long> recognised = (minors == null ? List.<String>of() : minors).stream().filter(one -> one.matches("[1-9]\\d{0,17}")).map(Long::valueOf)
        .collect(Collectors.toSet());
    Problems problems = new Problems();
    String words = Typed.line(caption);
    if (words.length() > 160) problems.add("caption", "daybook.problem.long", 160);
    if (shown && !consent) problems.add("consent", "daybook.problem.consent");
    if (!rights.mayBeShown(shift).keySet().containsAll(recognised)) problems.add("minors", "daybook.problem.minors");
    if (!problems.any()) {
      pictures.add(shift, me.id(), ClosingScreen.key(key), picture, words, consent, shown, recognised)
          .ifPresent(refused -> problem(problems, refused));
    }
    if (problems.any()) {
      return screen.show(me, oid, sid, problems, Map.of("caption", caption, "consent", Boolean.toString(consent), "shown", Boolean.toString(shown)));
    }
    events.publishEvent(new PublicPagesChanged());
    return ClosingScreen.back(oid, sid, "pictures", View.saying("daybook.said.picture"));
  }

  @PostMapping("/pictures/{file}/removal")
  ModelAndView removePicture(SignedIn me, @PathVariable long oid, @PathVariable long sid, @PathVariable String file) {
    ShiftId shift = screen.day(me, oid, sid).facts().id();
    if (!FileId.of(file).map(id -> pictures.remove(shift, id)).orElse(false)) throw new NotFound("picture " + file);
    events.publishEvent(new PublicPagesChanged());
    return ClosingScreen.back(oid, sid, "pictures", View.refusing("daybook.said.pictureGone"));
  }

  @PostMapping("/thanks")
  ModelAndView thank(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam(defaultValue = "") String words) {
    ClosingDay day = begun(me, oid, sid);
    String text = Typed.text(words);
    Problems problems = new Problems();
    if (text.isEmpty()) problems.add("words", "daybook.problem.words");
    if (text.length() > Thanks.MOST) problems.add("words", "daybook.problem.long", Thanks.MOST);
    if (problems.any()) return screen.show(me, oid, sid, problems, Map.of("words", words));
    int people = thanks.send(day, me.id(), text);
    return ClosingScreen.back(oid, sid, "thanks", people == 0 ? View.saying("daybook.said.thankedBefore") : View.saying("daybook.said.thanked", people));
  }

  /** Nothing is left behind by a day that was called off or has not begun. */
  private ClosingDay begun(SignedIn me, long oid, long sid) {
    ClosingDay day = screen.day(me, oid, sid);
    if (day.cancelled() || !day.begun()) throw new NotFound("shift " + sid + " is cancelled or has not begun");
    return day;
  }

  private static void problem(Problems problems, Kept.Refused refused) {
    problems.add("picture", refused.key(), refused.arguments().toArray());
  }

  /** @return 0 for what is not a whole number from 1 to a million */
  private static int quantity(String typed) {
    String digits = Digits.latin(typed.strip());
    if (!digits.matches("0{0,7}[1-9]\\d{0,6}")) return 0;
    int number = Integer.parseInt(digits);
    return number <= 1_000_000 ? number : 0;
  }
}
