package dz.linatatawwa.organizations.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.organizations.Seat;
import dz.linatatawwa.organizations.SeatMoves;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking that the seat goes to another place. */
@Controller
@RequestMapping("/organizations/{id:[1-9][0-9]{0,17}}/desk/seat")
class SeatPages {

  private final SeatMoves moves;
  private final Desks desks;
  private final Places places;

  SeatPages(SeatMoves moves, Desks desks, Places places) {
    this.moves = moves;
    this.desks = desks;
    this.places = places;
  }

  @GetMapping
  ModelAndView form(@PathVariable OrganizationId id, SignedIn me) {
    return show(owned(me, id), "", "", "", "", Problems.none());
  }

  @PostMapping
  ModelAndView ask(@PathVariable OrganizationId id, SignedIn me, @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "") String commune,
      @RequestParam(defaultValue = "") String address, @RequestParam(defaultValue = "") String words) {
    Desk desk = owned(me, id);
    Problems problems = Problems.none();
    Commune to = commune(wilaya, commune, problems);
    String street = line(address, problems);
    String why = why(words, problems);
    if (problems.any() || to == null) return show(desk, wilaya, commune, address, words, problems);
    boolean asked = moves.ask(me.id(), id, new Seat(to.wilaya(), to.code(), street.isEmpty() ? null : street), why);
    if (!asked) return show(desk, wilaya, commune, address, words, problems.add("commune", "organizations.problem.seat"));
    return View.seeOther(desk.address("/seat"), View.saying("organizations.seat.asked"));
  }

  @PostMapping("/withdrawal")
  ModelAndView withdraw(@PathVariable OrganizationId id, SignedIn me) {
    Desk desk = owned(me, id);
    if (!moves.withdraw(me.id(), id)) throw new NotFound("no seat of " + id + " waits");
    return View.seeOther(desk.address("/seat"), View.saying("organizations.seat.withdrawn"));
  }

  private @Nullable Commune commune(String wilaya, String typed, Problems problems) {
    Optional<WilayaCode> province = WilayaCode.of(wilaya).filter(code -> places.wilaya(code).isPresent());
    if (province.isEmpty()) problems.add("wilaya", "site.problem.choice");
    String line = Typed.line(typed);
    List<Commune> found = line.matches("[0-9]{4}") ? places.commune(new CommuneCode(line)).stream().toList() : places.communesNamed(line);
    Optional<Commune> meant = found.stream().filter(one -> province.filter(one.wilaya()::equals).isPresent()).findFirst();
    if (meant.isEmpty()) problems.add("commune", line.isEmpty() ? "site.problem.required" : "site.problem.place");
    return meant.orElse(null);
  }

  private static String line(String raw, Problems problems) {
    if (Typed.deceives(raw)) problems.add("address", "site.problem.characters");
    String line = Typed.line(raw);
    if (line.length() > 200) problems.add("address", "site.problem.tooLong", 200);
    return line;
  }

  private static String why(String raw, Problems problems) {
    if (Typed.deceives(raw)) problems.add("words", "site.problem.characters");
    String text = Typed.text(raw);
    if (text.length() < 10) problems.add("words", "supervision.problem.words");
    if (text.length() > 1000) problems.add("words", "site.problem.tooLong", 1000);
    return text;
  }

  private Desk owned(SignedIn me, OrganizationId id) {
    Desk desk = desks.open(me.id(), id);
    if (desk.role() != Role.OWNER) throw new NotFound("organisation " + id + " is not owned by " + me.id());
    return desk;
  }

  private ModelAndView show(Desk desk, String wilaya, String commune, String address, String words, Problems problems) {
    Object[] parameters = {"desk", desk, "move", moves.waiting(desk.organization().id()).orElse(null), "wilaya", wilaya, "commune", commune, "address", address,
        "words", words, "problems", problems};
    return problems.any() ? View.unprocessable("organizations/seat", parameters) : View.of("organizations/seat", parameters);
  }
}
