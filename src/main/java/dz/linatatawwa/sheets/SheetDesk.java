package dz.linatatawwa.sheets;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The printed sheet of a shift, for those who run it. */
@Controller
class SheetDesk {

  private final Desks desks;
  private final Applicants applicants;
  private final AttendanceSheet sheets;

  SheetDesk(Desks desks, Applicants applicants, AttendanceSheet sheets) {
    this.desks = desks;
    this.applicants = applicants;
    this.sheets = sheets;
  }

  /** @param paper language of the sheet (ar, fr); the reader's own where it is not said */
  @GetMapping("/organizations/{oid}/desk/shifts/{sid}/sheet.pdf")
  ResponseEntity<byte[]> sheet(SignedIn me, @PathVariable long oid, @PathVariable long sid, @RequestParam(defaultValue = "") String paper) {
    if (oid < 1 || sid < 1) throw new NotFound("shift " + sid + " of " + oid);
    OrganizationId organization = new OrganizationId(oid);
    desks.openToRun(me.id(), organization);
    ShiftFacts facts = applicants.facts(organization, new ShiftId(sid)).orElseThrow(() -> new NotFound("shift " + sid + " of " + oid));
    byte[] pdf = sheets.of(facts, applicants.seated(facts.id()), Language.of(paper).orElse(me.language()));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("sheet-" + sid + ".pdf").build().toString()).body(pdf);
  }
}
