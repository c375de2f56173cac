package dz.linatatawwa.certificates.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.certificates.Certificate;
import dz.linatatawwa.certificates.CertificateNumber;
import dz.linatatawwa.certificates.Certificates;
import dz.linatatawwa.certificates.ShortName;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Certificates as JSON: one's own, and what anybody may know of one by its number. */
@Tag(name = "Certificates", description = "Certificates of volunteer hours, and whether one stands")
@RestController
class CertificateApi {

  private final Certificates certificates;

  CertificateApi(Certificates certificates) {
    this.certificates = certificates;
  }

  /** One's own certificates, twenty a page, the newest first. */
  @GetMapping("/api/me/certificates")
  @Operation(summary = "My certificates, the newest first")
  Answer mine(SignedIn me, @RequestParam(defaultValue = "1") String page) {
    Slice<Certificate> rows = certificates.of(me.id(), page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
    return new Answer(rows.rows().stream().map(one -> Line.of(one, String.valueOf(one.name()))).toList(), rows.number(), rows.last(), rows.total());
  }

  /** What anybody may know of a certificate; of the name only the minimum. */
  @GetMapping("/api/certificates/{number}")
  @Operation(summary = "Whether the certificate of this number stands, and what it says, with the minimum of a name")
  ResponseEntity<Line> one(@PathVariable String number) {
    return CertificateNumber.of(number).flatMap(certificates::find)
        .map(found -> ResponseEntity.ok(Line.of(found, ShortName.of(found.name(), found.minor())))).orElseThrow(() -> new NotFound("certificate " + number));
  }

  /** What is answered. */
  record Answer(List<Line> certificates, int page, int pages, long total) {}

  /** @param state valid, changed (some of its hours were taken back) or revoked
   *  @param minutesByGrade as certified on its day
   *  @param standingMinutesByGrade what of it stands today */
  record Line(String number, String kind, String state, String name, @Nullable String subjectAr, @Nullable String subjectFr, @Nullable LocalDate from,
      @Nullable LocalDate to, Map<Grade, Long> minutesByGrade, Map<Grade, Long> standingMinutesByGrade, int people, Instant issuedAt,
      @Nullable Instant changedAt, @Nullable Instant withdrawnAt) {

    static Line of(Certificate one, String name) {
      var subject = one.subject();
      return new Line(one.number().value(), one.kind().code(), one.state().code(), name, subject == null ? null : subject.ar(), subject == null ? null : subject.fr(),
          one.from(), one.to(), one.minutes().byGrade(), one.standing().byGrade(), one.people(), one.issuedAt(), one.changedAt(), one.withdrawnAt());
    }
  }
}
