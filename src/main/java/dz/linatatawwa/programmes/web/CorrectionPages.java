package dz.linatatawwa.programmes.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.programmes.Correction;
import dz.linatatawwa.programmes.Corrections;
import dz.linatatawwa.programmes.ProgrammeId;
import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "This is not right", asked and answered from both sides. */
@Controller
class CorrectionPages {

  private static final String DESK = "/partners/{id:[1-9][0-9]{0,17}}/desk/programmes/{programme:[1-9][0-9]{0,17}}";
  private static final String OWN = "/programmes/{programme:[1-9][0-9]{0,17}}";

  private final PartnerDesks desks;
  private final Programmes programmes;
  private final Corrections corrections;

  CorrectionPages(PartnerDesks desks, Programmes programmes, Corrections corrections) {
    this.desks = desks;
    this.programmes = programmes;
    this.corrections = corrections;
  }

  @PostMapping(DESK + "/corrections")
  ModelAndView ask(@PathVariable PartnerId id, @PathVariable ProgrammeId programme, SignedIn me, @RequestParam(defaultValue = "0") long member,
      @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String proposed) {
    String here = here(me, id, programme);
    if (!programmes.covered(id)) throw new NotFound("partner " + id + " follows nobody now");
    Optional<Correction.Kind> what = Correction.Kind.of(kind);
    String why = words(words);
    if (what.isEmpty() || why == null || lacks(what.get(), proposed)) return View.seeOther(here, View.saying("programmes.correction.incomplete"));
    boolean asked = corrections.byInstitution(me.id(), programme, member, what.get(), why, line(proposed));
    return View.seeOther(here + "#corrections", View.saying(asked ? "programmes.correction.asked" : "programmes.correction.waits"));
  }

  @PostMapping(DESK + "/corrections/{correction:[1-9][0-9]{0,17}}/answer")
  ModelAndView answer(@PathVariable PartnerId id, @PathVariable ProgrammeId programme, @PathVariable long correction, SignedIn me,
      @RequestParam(defaultValue = "") String answer, @RequestParam(defaultValue = "") String words) {
    String here = here(me, id, programme);
    return answered(here, me, programme, correction, false, answer, words);
  }

  @PostMapping(OWN + "/corrections")
  ModelAndView askOwn(@PathVariable ProgrammeId programme, SignedIn me, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String proposed) {
    Optional<Correction.Kind> what = Correction.Kind.of(kind);
    String why = words(words);
    if (what.isEmpty() || why == null || lacks(what.get(), proposed)) return View.seeOther("/programmes", View.saying("programmes.correction.incomplete"));
    boolean asked = corrections.byMember(me.id(), programme, what.get(), why, line(proposed));
    return View.seeOther("/programmes", View.saying(asked ? "programmes.correction.asked" : "programmes.correction.waits"));
  }

  @PostMapping(OWN + "/corrections/{correction:[1-9][0-9]{0,17}}/answer")
  ModelAndView answerOwn(@PathVariable ProgrammeId programme, @PathVariable long correction, SignedIn me, @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String words) {
    return answered("/programmes", me, programme, correction, true, answer, words);
  }

  private ModelAndView answered(String here, SignedIn me, ProgrammeId programme, long correction, boolean member, String answer, String words) {
    if (!answer.equals("accepted") && !answer.equals("refused")) throw new NotFound("answer " + answer);
    String why = words(words);
    if (answer.equals("refused") && why == null) return View.seeOther(here, View.saying("programmes.correction.why"));
    boolean done = corrections.answer(me.id(), programme, correction, member, answer.equals("accepted"), why);
    return View.seeOther(here, View.saying(done ? "programmes.correction.answered" : "programmes.correction.before"));
  }

  private String here(SignedIn me, PartnerId id, ProgrammeId programme) {
    PartnerDesk desk = desks.open(me.id(), id, PartnerRole.MANAGER);
    programmes.of(id, programme);
    return desk.address("/programmes/" + programme);
  }

  /** A number or a cohort that is wrong needs the right one. */
  private static boolean lacks(Correction.Kind kind, String proposed) {
    return (kind == Correction.Kind.REFERENCE || kind == Correction.Kind.COHORT) && line(proposed) == null;
  }

  private static @Nullable String words(String raw) {
    String text = Typed.text(raw);
    return text.length() < 5 || text.length() > 1000 || Typed.deceives(raw) ? null : text;
  }

  private static @Nullable String line(String raw) {
    String line = Typed.line(raw);
    return line.isEmpty() || line.length() > 60 || Typed.deceives(raw) ? null : line;
  }
}
