package dz.linatatawwa.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class SheetTests {

  @LocalServerPort int port;
  @Autowired AttendanceSheet sheets;
  @Autowired Applicants applicants;
  @Autowired Participation participation;
  @Autowired PersonalCodes codes;
  @Autowired JdbcClient db;

  @Test
  void everybodyHasARowWithTheirDigitsAndEmptyRowsFollow() throws Exception {
    Scene scene = new Scene(db);
    AccountId owner = scene.account("مسؤول");
    long organization = scene.organization(owner);
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 30);
    List<AccountId> people = scene.volunteers(20);
    people.forEach(person -> scene.seat(shift, person));
    for (Language language : new Language[] {Language.AR, Language.FR}) {
      byte[] pdf = sheets.of(participation.facts(shift), applicants.seated(shift), language);
      Files.write(Files.createDirectories(Path.of("target", "screenshots")).resolve("sheet-" + language.code() + ".pdf"), pdf);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).isEqualTo(2);
        String text = new PDFTextStripper().getText(document);
        assertThat(text).contains("متطوع 20", "36", "تنظيف حديقة التسلية").contains(language == Language.AR ? "صفحة 2 من 2" : "Page 2 sur 2");
        for (AccountId person : people) assertThat(text).contains(codes.sixDigits(shift, person));
      }
    }
    String path = "/organizations/" + organization + "/desk/shifts/" + shift.value() + "/sheet.pdf";
    assertThat(Visit.as(port, owner).get(path + "?paper=fr").header("Content-Type")).hasValue("application/pdf");
    assertThat(Visit.as(port, people.getFirst()).get(path).status()).isEqualTo(404);
  }
}
