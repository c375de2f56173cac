package dz.linatatawwa.codes.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.codes.CodeCards;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.NotFound;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Cards of a shift's people, for those who run it. */
@Controller
class CardDesk {

  private final Desks desks;
  private final Applicants applicants;
  private final CodeCards cards;

  CardDesk(Desks desks, Applicants applicants, CodeCards cards) {
    this.desks = desks;
    this.applicants = applicants;
    this.cards = cards;
  }

  @GetMapping("/organizations/{oid}/desk/shifts/{sid}/cards.pdf")
  ResponseEntity<byte[]> cards(SignedIn me, @PathVariable long oid, @PathVariable long sid) {
    if (oid < 1 || sid < 1) throw new NotFound("shift " + sid + " of " + oid);
    OrganizationId organization = new OrganizationId(oid);
    desks.openToRun(me.id(), organization);
    ShiftFacts facts = applicants.facts(organization, new ShiftId(sid)).orElseThrow(() -> new NotFound("shift " + sid + " of " + oid));
    List<Applicants.Seated> people = applicants.seated(facts.id());
    if (people.isEmpty()) throw new NotFound("nobody has a seat in shift " + sid);
    return CodePages.pdf("cards-" + sid + ".pdf", cards.ofShift(people, facts, me.language()));
  }
}
