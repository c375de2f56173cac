package dz.linatatawwa.trainings.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.trainings.Catalogue;
import dz.linatatawwa.trainings.Door;
import dz.linatatawwa.trainings.HostDesk;
import dz.linatatawwa.trainings.HostDesks;
import dz.linatatawwa.trainings.Marked;
import dz.linatatawwa.trainings.Session;
import dz.linatatawwa.trainings.Training;
import dz.linatatawwa.trainings.TrainingCard;
import dz.linatatawwa.trainings.TrainingFilter;
import dz.linatatawwa.trainings.Trainings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trainings as JSON, for everybody; and what the phone at a session's door sends. */
@RestController
@Tag(name = "Trainings", description = "Trainings and their coming sessions")
class TrainingApi {

  private static final int CARDS = 24;
  private static final int LONGEST_CODE = 400;

  private final Trainings trainings;
  private final Catalogue catalogue;
  private final HostDesks desks;
  private final Door door;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;

  TrainingApi(Trainings trainings, Catalogue catalogue, HostDesks desks, Door door, Places places, Taxonomy taxonomy, PageMaker pages) {
    this.trainings = trainings;
    this.catalogue = catalogue;
    this.desks = desks;
    this.door = door;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  /** A page of the catalogue. */
  record Listed(int page, int pages, long total, List<Card> trainings) {}

  /** One line of the catalogue. Codes are those of the platform's reference tables; times are UTC.
   *  @param validMonths of the certificate; null: for ever */
  record Card(long id, String nameAr, @Nullable String nameFr, @Nullable String nameEn, String hostNameAr, @Nullable String hostNameFr, String field,
      int minutes, @Nullable Integer validMonths, int sessions, @Nullable Instant nextStart, @Nullable String wilaya, int places, int placesLeft, String page) {

    static Card of(TrainingCard card) {
      return new Card(card.id().value(), card.name().ar(), card.name().fr(), card.name().en(), card.hostName().ar(), card.hostName().fr(), card.field(),
          card.minutes(), card.validMonths(), card.sessions(), card.nextStart(), card.wilaya(), card.places(), card.left(), "/trainings/" + card.id());
    }
  }

  /** A coming session. */
  record ShownSession(long id, Instant startsAt, Instant endsAt, boolean remote, @Nullable String wilaya, @Nullable String commune, String address,
      String trainer, int capacity, int left) {}

  /** One training whole. */
  record Shown(long id, String state, String nameAr, @Nullable String nameFr, @Nullable String nameEn, String aboutAr, @Nullable String aboutFr,
      @Nullable String aboutEn, String hostNameAr, @Nullable String hostNameFr, String field, int minutes, @Nullable Integer validMonths,
      List<ShownSession> sessions) {}

  /** What a phone at the door sends.
   *  @param key  of the deed, made on the phone: sent again, it is answered as before
   *  @param code the text of a code, or six digits
   *  @param ago  how many milliseconds ago it was shown, by the phone's own clock */
  record Arrival(String key, String code, long ago) {}

  /** What became of it, and in words. */
  record Arrived(String outcome, boolean done, String words) {}

  @GetMapping("/api/trainings")
  @Operation(summary = "Open trainings; the filters of the list page: q, wilaya, field, from, to, remote, left; 24 a page")
  Listed list(@RequestParam Map<String, String> asked) {
    Slice<TrainingCard> found = catalogue.search(TrainingFilter.read(asked, places, taxonomy), Addresses.page(asked.get("page")), CARDS);
    return new Listed(found.number(), found.last(), found.total(), found.rows().stream().map(Card::of).toList());
  }

  @GetMapping("/api/trainings/{id:[1-9][0-9]{0,17}}")
  @Operation(summary = "One training with its coming sessions")
  Shown show(@PathVariable long id) {
    Training it = trainings.shown(Addresses.training(id)).orElseThrow(() -> new NotFound("training " + id));
    return new Shown(id, it.state().code(), it.name().ar(), it.name().fr(), it.name().en(), it.about().ar(), it.about().fr(), it.about().en(),
        it.hostName().ar(), it.hostName().fr(), it.field(), it.minutes(), it.validMonths(), trainings.coming(it.id()).stream().map(TrainingApi::shown).toList());
  }

  @PostMapping("/api/trainings/sessions/{id:[1-9][0-9]{0,17}}/arrivals")
  @Operation(summary = "Somebody shows a code at the door of a session; the same key again gets the same answer")
  ResponseEntity<Arrived> arrive(@Parameter(hidden = true) SignedIn me, @PathVariable long id, @RequestBody Arrival arrival, @Parameter(hidden = true) HttpServletRequest request) {
    Page page = pages.page(request);
    Session session = trainings.session(Addresses.session(id)).orElseThrow(() -> new NotFound("session " + id));
    HostDesk desk = desks.lead(me.id(), trainings.find(session.training()).orElseThrow().host());
    desks.own(desk, session.training());
    if (arrival.key() == null || arrival.code() == null || !arrival.key().matches("[A-Za-z0-9-]{8,64}") || arrival.code().length() > LONGEST_CODE) {
      throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
    }
    Marked marked = door.came(me.id(), session.id(), arrival.key(), arrival.code().strip(), Duration.ofMillis(Math.max(0, arrival.ago())));
    return ResponseEntity.ok(new Arrived(marked.outcome(), marked.done(), page.text(marked.key(), marked.name() == null ? "" : marked.name())));
  }

  private static ShownSession shown(Session s) {
    return new ShownSession(s.id().value(), s.startsAt(), s.endsAt(), s.remote(), s.wilaya(), s.commune(), s.address(), s.trainer(), s.capacity(), s.left());
  }
}
