package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.means.LentThings;
import dz.linatatawwa.means.Thing;
import dz.linatatawwa.means.ThingLabels;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Labels for things, on sheets of paper. */
@Controller
class LabelDesk {

  private final Desks desks;
  private final LentThings things;
  private final ThingLabels labels;
  private final PageMaker pages;

  LabelDesk(Desks desks, LentThings things, ThingLabels labels, PageMaker pages) {
    this.desks = desks;
    this.things = things;
    this.labels = labels;
    this.pages = pages;
  }

  /** @param thing numbers of those that are to be printed; none: all
   *  @param used  labels of the first sheet that are gone */
  @GetMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/means/labels.pdf")
  ResponseEntity<byte[]> labels(SignedIn me, @PathVariable long oid, @RequestParam(required = false) @Nullable List<String> thing,
      @RequestParam(defaultValue = "0") String used, HttpServletRequest request) {
    OrganizationId organization = new OrganizationId(oid);
    desks.openToRun(me.id(), organization);
    List<Long> ids = thing == null ? List.of() : thing.stream().map(Fields::id).flatMap(Stream::ofNullable).toList();
    List<Thing> chosen = thing != null && ids.isEmpty() ? List.<Thing>of() : things.forLabels(organization, ids);
    if (chosen.isEmpty()) throw new NotFound("no things of " + oid + " to print labels for");
    int gone = used.matches("\\d{1,2}") ? Math.min(Integer.parseInt(used), ThingLabels.ON_SHEET - 1) : 0;
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("labels-" + oid + ".pdf").build().toString())
        .body(labels.sheets(chosen, gone, pages.page(request).site(), me.language()));
  }
}
