package dz.linatatawwa.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class BrowserTest {

  @Test
  void thePhoneOfTheTestsIsNarrowAndAsksForArabic() {
    try (BrowserContext phone = Browser.phone()) {
      Page page = phone.newPage();
      page.setContent("<!doctype html><html lang=ar dir=rtl><title>ص</title><main><h1>مرحبا</h1></main>");
      assertThat(page.evaluate("innerWidth")).isEqualTo(360);
      assertThat(page.evaluate("navigator.language")).isEqualTo("ar-DZ");
      assertThat(page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")).isEqualTo("Africa/Algiers");
      assertThat(Files.exists(Browser.keep(page, "phone"))).isTrue();
      Axe.findsNothing(page);
    }
  }

  @Test
  void axeNamesAPictureWithoutWords() {
    try (BrowserContext desktop = Browser.desktop("fr-DZ")) {
      Page page = desktop.newPage();
      page.setContent("<!doctype html><html lang=fr><title>t</title><main><h1>t</h1><img src='data:,'></main>");
      assertThatThrownBy(() -> Axe.findsNothing(page)).hasMessageContaining("image-alt").hasMessageContaining("<img");
    }
  }
}
