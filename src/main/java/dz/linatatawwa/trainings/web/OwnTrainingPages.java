package dz.linatatawwa.trainings.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.credentials.CredentialView;
import dz.linatatawwa.credentials.Credentials;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.trainings.OwnCertificate;
import dz.linatatawwa.trainings.OwnTraining;
import dz.linatatawwa.trainings.OwnTrainings;
import dz.linatatawwa.trainings.Registered;
import dz.linatatawwa.trainings.Registrations;
import dz.linatatawwa.trainings.Session;
import dz.linatatawwa.trainings.Training;
import dz.linatatawwa.trainings.Trainings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Registering for a session, and a person's own trainings: {@code /trainings/mine}. */
@Controller
class OwnTrainingPages {

  private final Registrations registrations;
  private final Trainings trainings;
  private final OwnTrainings own;
  private final Credentials credentials;
  private final TrainingView view;
  private final Places places;
  private final PageMaker pages;
  private final Clock clock;

  OwnTrainingPages(Registrations registrations, Trainings trainings, OwnTrainings own, Credentials credentials, TrainingView view, Places places,
      Clock clock, PageMaker pages) {
    this.registrations = registrations;
    this.trainings = trainings;
    this.own = own;
    this.credentials = credentials;
    this.view = view;
    this.places = places;
    this.pages = pages;
    this.clock = clock;
  }

  @PostMapping("/trainings/sessions/{id}/registrations")
  ModelAndView register(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    Page page = pages.page(request);
    Session session = trainings.session(Addresses.session(id)).orElseThrow(() -> new NotFound("session " + id));
    Training training = trainings.shown(session.training()).orElseThrow(() -> new NotFound("session " + id + " of a draft"));
    return switch (registrations.register(me.id(), session.id())) {
      case Registered.Placed _ -> View.seeOther("/trainings/mine", View.saying("trainings.said.placed"));
      case Registered.Waiting(var _, var position) -> View.seeOther("/trainings/mine", View.saying("trainings.said.waiting", position));
      case Registered.Refused(var why) when why == Registered.Why.NOT_A_VOLUNTEER -> View.seeOther("/join", View.refusing("trainings.refused." + why.code()));
      case Registered.Refused(var why) when why == Registered.Why.GUARDIAN_NEEDED -> View.seeOther("/guardian", View.refusing("trainings.refused." + why.code()));
      case Registered refused -> View.unprocessable("trainings/show", view.show(training, Optional.of(me), refused, page));
    };
  }

  @GetMapping("/trainings/mine")
  ModelAndView mine(SignedIn me, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    Page shown = pages.page(request);
    List<OwnTraining> coming = own.coming(me.id());
    Slice<OwnCertificate> completed = own.completed(me.id(), Addresses.page(page));
    Map<Long, String> wheres = coming.stream().collect(Collectors.toMap(t -> t.id().value(),
        t -> Addresses.place(t.remote(), t.address(), t.commune(), null, places, shown.words())));
    Map<String, CredentialView> certificates = completed.rows().stream().flatMap(one -> credentials.ofSource(one.source()).stream())
        .collect(Collectors.toMap(CredentialView::source, one -> one));
    return View.of("trainings/mine", "coming", coming, "wheres", wheres, "completed", completed, "certificates", certificates,
        "today", LocalDate.now(clock.withZone(Words.ZONE)));
  }

  @PostMapping("/trainings/registrations/{id}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id) {
    boolean done = registrations.withdraw(me.id(), Addresses.registration(id));
    return View.seeOther("/trainings/mine", View.saying(done ? "trainings.said.withdrawn" : "trainings.said.tooLate"));
  }

  @PostMapping("/trainings/registrations/{id}/confirmation")
  ModelAndView confirm(SignedIn me, @PathVariable long id) {
    return View.seeOther("/trainings/mine", switch (registrations.confirm(me.id(), Addresses.registration(id))) {
      case Registered.Placed _ -> View.saying("trainings.said.placed");
      case Registered.Waiting(var _, var position) -> View.saying("trainings.said.waiting", position);
      case Registered.Lacks _ -> View.refusing("trainings.refused.lacks");
      case Registered.Refused(var why) -> View.refusing("trainings.refused." + why.code());
    });
  }
}
