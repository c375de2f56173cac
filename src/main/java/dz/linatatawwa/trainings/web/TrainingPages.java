package dz.linatatawwa.trainings.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.CalendarFile;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.trainings.Catalogue;
import dz.linatatawwa.trainings.OwnSessions;
import dz.linatatawwa.trainings.Training;
import dz.linatatawwa.trainings.TrainingCalendar;
import dz.linatatawwa.trainings.TrainingFilter;
import dz.linatatawwa.trainings.Trainings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What visitors see: the catalogue, one training, its calendar file. */
@Controller
class TrainingPages {

  static final int CARDS = 12;

  private final Trainings trainings;
  private final Catalogue catalogue;
  private final OwnSessions dated;
  private final TrainingView view;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;

  TrainingPages(Trainings trainings, Catalogue catalogue, OwnSessions dated, TrainingView view, Places places, Taxonomy taxonomy, PageMaker pages) {
    this.trainings = trainings;
    this.catalogue = catalogue;
    this.dated = dated;
    this.view = view;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  @PublicPage(mayLag = true)
  @GetMapping("/trainings")
  ModelAndView list(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Page page = pages.page(request);
    TrainingFilter filter = TrainingFilter.read(asked, places, taxonomy);
    List<Option> fields = taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(page.language()))).toList();
    return View.of("trainings/list", "filter", filter, "fields", fields, "cards", catalogue.search(filter, Addresses.page(asked.get("page")), CARDS));
  }

  @PublicPage(mayLag = true)
  @GetMapping("/trainings/{id:[1-9][0-9]{0,17}}")
  ModelAndView show(@PathVariable long id, Optional<SignedIn> me, HttpServletRequest request) {
    Page page = pages.page(request);
    return View.of("trainings/show", view.show(shown(id), me, null, page));
  }

  @GetMapping("/trainings/{id:[1-9][0-9]{0,17}}.ics")
  ResponseEntity<String> calendar(@PathVariable long id, HttpServletRequest request) {
    Page page = pages.page(request);
    Training training = shown(id);
    String file = TrainingCalendar.of(training, trainings.coming(training.id()), dated.changed(training.id()), page.absolute("/trainings/" + id),
        s -> Addresses.place(s.remote(), s.address(), s.commune(), s.wilaya(), places, page.words()), page.words());
    return ResponseEntity.ok().header("Content-Type", "text/calendar;charset=utf-8")
        .header("Content-Disposition", CalendarFile.attachment("training-" + id)).body(file);
  }

  private Training shown(long id) {
    return trainings.shown(Addresses.training(id)).orElseThrow(() -> new NotFound("training " + id));
  }
}
