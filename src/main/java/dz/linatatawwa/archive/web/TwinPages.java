package dz.linatatawwa.archive.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.archive.OperationId;
import dz.linatatawwa.archive.OperationPictures;
import dz.linatatawwa.archive.Twins;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Operations that may be one, for supervisors: beside each other, with why; merged field by field, told apart, parted again. */
@Controller
@RequestMapping("/supervision/twins")
class TwinPages {

  private static final String PAIR = "/{a:[1-9]\\d{0,17}}-{b:[1-9]\\d{0,17}}";

  private final Twins twins;
  private final OperationPictures pictures;
  private final OperationChoices choices;
  private final PageMaker pages;

  TwinPages(Twins twins, OperationPictures pictures, OperationChoices choices, PageMaker pages) {
    this.twins = twins;
    this.pictures = pictures;
    this.choices = choices;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me) {
    return View.of("archive/twins", "pairs", twins.open(me.id()));
  }

  @GetMapping(PAIR)
  ModelAndView show(SignedIn me, @PathVariable long a, @PathVariable long b, HttpServletRequest request) {
    return shown(twins.look(me.id(), new OperationId(a), new OperationId(b)), Problems.none(), Map.of(), request);
  }

  @PostMapping(PAIR + "/merging")
  ModelAndView merge(SignedIn me, @PathVariable long a, @PathVariable long b, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    Twins.Beside beside = twins.look(me.id(), new OperationId(a), new OperationId(b));
    String stays = typed.getOrDefault("stays", "");
    if (!stays.equals(beside.a().id().toString()) && !stays.equals(beside.b().id().toString())) {
      return shown(beside, Problems.none().add("stays", "site.problem.choice"), typed, request);
    }
    OperationId staying = new OperationId(Long.parseLong(stays));
    OperationId going = staying.equals(beside.a().id()) ? beside.b().id() : beside.a().id();
    Set<String> parts = Twins.PARTS.stream().filter(part -> typed.getOrDefault("part-" + part, stays).equals(going.toString())).collect(Collectors.toSet());
    return switch (twins.merge(me.id(), staying, going, parts)) {
      case DONE -> View.seeOther("/supervision/twins", View.sayingWithUndo("/supervision/twins/" + a + "-" + b + "/reversal", "archive.said.merged"));
      case TOO_LATE -> View.seeOther("/supervision/twins", View.refusing("archive.said.tooLate"));
      case CAMPAIGN -> shown(beside, Problems.none().add("stays", "archive.problem.campaignStays"), typed, request);
      case UNFIT -> shown(beside, Problems.none().add("part-amount", "archive.problem.partsUnfit"), typed, request);
    };
  }

  @PostMapping(PAIR + "/difference")
  ModelAndView different(SignedIn me, @PathVariable long a, @PathVariable long b) {
    boolean told = twins.different(me.id(), new OperationId(a), new OperationId(b));
    return told ? View.seeOther("/supervision/twins", View.sayingWithUndo("/supervision/twins/" + a + "-" + b + "/reversal", "archive.said.different"))
        : View.seeOther("/supervision/twins", View.refusing("archive.said.tooLate"));
  }

  @PostMapping(PAIR + "/reversal")
  ModelAndView takeBack(SignedIn me, @PathVariable long a, @PathVariable long b) {
    boolean back = twins.takeBack(me.id(), new OperationId(a), new OperationId(b));
    return View.seeOther("/supervision/twins/" + a + "-" + b, View.saying(back ? "archive.said.parted" : "archive.said.tooLate"));
  }

  private ModelAndView shown(Twins.Beside beside, Problems problems, Map<String, String> typed, HttpServletRequest request) {
    Words words = pages.page(request).words();
    String must = Twins.mustStay(beside).map(OperationId::toString).orElse("");
    Object[] parameters = {"beside", beside, "places", List.of(choices.place(beside.a(), words), choices.place(beside.b(), words)),
        "fields", List.of(choices.field(beside.a(), words.language()), choices.field(beside.b(), words.language())),
        "pictures", List.of(pictures.of(beside.a().id()), pictures.of(beside.b().id())), "typed", typed, "must", must,
        "waits", twins.waits(beside.a().id(), beside.b().id()), "problems", problems};
    return problems.any() ? View.unprocessable("archive/twin", parameters) : View.of("archive/twin", parameters);
  }
}
