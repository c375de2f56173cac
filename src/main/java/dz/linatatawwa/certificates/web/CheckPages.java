package dz.linatatawwa.certificates.web;

import dz.linatatawwa.certificates.CertificateNumber;
import dz.linatatawwa.certificates.Certificates;
import dz.linatatawwa.site.OfflinePart;
import dz.linatatawwa.site.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where anybody asks whether a certificate is true: one row by its number, no paper is made. */
@Controller
class CheckPages {

  private final Certificates certificates;

  CheckPages(Certificates certificates) {
    this.certificates = certificates;
  }

  /** Whoever checked one certificate has on the phone what checks the signatures of others without network. */
  @Bean
  static OfflinePart checkWithoutNetwork() {
    return new OfflinePart("certificate", "^/[Cc]/[0-9A-Za-z]{10}$", "/certificates/offline", List.of("/scripts/certificates/check.js", "/scripts/kits/bytes.js"));
  }

  @GetMapping("/certificates/offline")
  ModelAndView offline() {
    return View.of("certificates/offline");
  }

  /** Where a telephone's camera comes from the code: what stands behind the sign # goes along. */
  @GetMapping({"/C/{number:[0-9A-Za-z]{10}}", "/c/{number:[0-9A-Za-z]{10}}"})
  ModelAndView scanned(@PathVariable String number) {
    return View.seeOther("/certificates/check/" + number);
  }

  @GetMapping("/certificates/check")
  ModelAndView ask(@RequestParam(required = false) @Nullable String number) {
    if (number == null || number.isBlank()) return View.of("certificates/ask", "typed", "", "failed", false);
    return CertificateNumber.of(number).map(read -> View.seeOther("/certificates/check/" + read))
        .orElseGet(() -> View.unprocessable("certificates/ask", "typed", number.length() > 60 ? number.substring(0, 60) : number, "failed", true));
  }

  @GetMapping("/certificates/check/{typed}")
  ModelAndView check(@PathVariable String typed) {
    return CertificateNumber.of(typed).flatMap(certificates::find).map(found -> View.of("certificates/check", "certificate", found))
        .orElseGet(() -> {
          ModelAndView unknown = View.of("certificates/unknown", "typed", typed.length() > 40 ? typed.substring(0, 40) : typed);
          unknown.setStatus(HttpStatus.NOT_FOUND);
          return unknown;
        });
  }
}
