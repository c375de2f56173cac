package dz.linatatawwa.entrances.web;

import dz.linatatawwa.entrances.EntranceId;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Under which address of ours an institution sends people back: the one of our settings; where there is none, the one that was asked for. */
@Component
class OwnAddress {

  private final String site;

  OwnAddress(@Value("${linatatawwa.url:}") String site) {
    this.site = site.strip().replaceAll("/+$", "");
  }

  String redirect(EntranceId id, HttpServletRequest request) {
    return (site.isEmpty() ? asked(request) : site) + "/sign-in/with/" + id + "/back";
  }

  private static String asked(HttpServletRequest request) {
    boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
    return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort());
  }
}
