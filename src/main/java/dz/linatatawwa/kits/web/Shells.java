package dz.linatatawwa.kits.web;

import dz.linatatawwa.accounts.OwnProof;
import dz.linatatawwa.site.OfflinePart;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of this room that are there without network, and the address that phones sign for themselves. */
@Configuration(proxyBeanMethods = false)
class Shells {

  private static final List<String> COMMON = List.of("/scripts/kits/store.js", "/scripts/kits/bytes.js", "/scripts/kits/words.js");
  private static final List<String> DAY = List.of("/scripts/kits/kit.js", "/scripts/kits/codes.js", "/scripts/kits/fold.js", "/scripts/kits/dialogs.js",
      "/scripts/kits/scanner.js", "/scripts/kits/reading.js", "/scripts/kits/sitecode.js", "/scripts/kits/roll.js", "/scripts/kits/renewal.js",
      "/scripts/vendor/qr.js", "/scripts/vendor/qr-decode.js");

  @Bean
  OfflinePart theDay() {
    return new OfflinePart("kit", "^/organizations/\\d+/desk/shifts/\\d+/kit$", "/kits/shell", with("/scripts/kits/day.js"));
  }

  @Bean
  OfflinePart theKiosk() {
    return new OfflinePart("kiosk", "^/organizations/\\d+/desk/shifts/\\d+/kiosk$", "/kiosk/shell", with("/scripts/kits/kiosk.js"));
  }

  @Bean
  OfflinePart theDays() {
    return new OfflinePart("day", "^/day$", "/day", with("/scripts/kits/days.js"));
  }

  @Bean
  OfflinePart here() {
    return new OfflinePart("here", "^/here$", "/here", Stream.concat(COMMON.stream(), Stream.of("/scripts/kits/here.js")).toList());
  }

  @Bean
  OwnProof deedsOfPhones() {
    return new OwnProof("/api/kits/*/deeds");
  }

  private static List<String> with(String script) {
    return Stream.of(COMMON, DAY, List.of(script)).flatMap(List::stream).toList();
  }
}
