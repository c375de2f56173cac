package dz.linatatawwa.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.Language;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryMarkdownTests {

  private static final StoryPicture TWO = new StoryPicture(new FileId(UUID.fromString("00000000-0000-0000-0000-000000000002")), 2, 1, "أطفال يغرسون", "Des enfants plantent",
      "Children planting", false, true);

  @ParameterizedTest
  @ValueSource(strings = {"<script>zz()</script>", "a <img src=x onerror=zz()> b", "<div onclick=\"zz()\">\n\nx\n\n</div>", "<!-- --><b>x</b>", "    <script>zz()</script>", "```\n<script>zz()</script>\n```"})
  void htmlIsShownAsItWasTyped(String body) {
    Document page = html(body);
    assertThat(page.body().select("script, img, div, b")).isEmpty();
    assertThat(page.body().text()).contains("<");
    page.body().getAllElements().forEach(element -> assertThat(element.attributes().asList()).noneMatch(attribute -> attribute.getKey().startsWith("on")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:zz()", "JaVaScRiPt:zz()", "java&#115;cript:zz()", "data:text/html,<script>", "vbscript:zz", "//evil.example", "/\\\\evil.example", "file:///etc/passwd",
      "https:evil", " javascript:zz()", "mailto:javascript", "ftp://x.example"})
  void linksThatAreNotOfTheWebLeadNowhere(String address) {
    assertThat(html("[انقر](" + address + ") [انقر](<" + address + ">)").select("a[href]")).allMatch(link -> link.attr("href").isEmpty());
  }

  @Test
  void linksOfTheWebAndOurPagesLeadThere() {
    Document page = html("[موقع](https://example.dz/a?b=c) [فرصة](/opportunities/7) [بريد](mailto:amina@example.dz) <https://example.org>");
    assertThat(page.select("a").eachAttr("href")).containsExactly("https://example.dz/a?b=c", "/opportunities/7", "mailto:amina@example.dz", "https://example.org");
    assertThat(page.select("a[href^=https]").eachAttr("rel")).allMatch("nofollow noopener noreferrer"::equals);
  }

  @Test
  void onlyTheStorysOwnPicturesAppearWithWhatIsSeenOnThem() {
    Document page = html("قبل\n\n![كلام آخر](2 \"عنوان\")\n\n![](3)\n\n![](https://evil.example/x.png) ![](/files/00000000-0000-0000-0000-000000000009)\n\n![](data:image/png;base64,AA)");
    assertThat(page.select("img")).hasSize(1);
    assertThat(page.select("img").attr("src")).isEqualTo(TWO.file().address());
    assertThat(page.select("img").attr("alt")).isEqualTo("أطفال يغرسون");
    assertThat(page.select("p")).as("no empty paragraphs").allMatch(p -> p.childrenSize() > 0 || p.hasText());
    assertThat(StoryMarkdown.named("![](2) x ![](7)\n\n> ![](1)")).containsExactly(2, 7, 1);
  }

  @Test
  void headingsStandBelowThatOfThePageAndEveryBlockHasItsOwnDirection() {
    Document page = html("# أول\n\n###### Sixth\n\nفقرة\n\n- un\n- deux\n\n> قال");
    assertThat(page.select("h1, h5, h6")).isEmpty();
    assertThat(page.select("h2").text()).isEqualTo("أول");
    assertThat(page.select("h4").text()).isEqualTo("Sixth");
    assertThat(page.select("p, h2, h4, li, blockquote").eachAttr("dir")).hasSize(page.select("p, h2, h4, li, blockquote").size()).allMatch("auto"::equals);
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "*a ", "[", "![", "- ", "**a ", "((", "`"})
  void whatIsNestedWithoutEndIsReadAllTheSame(String part) {
    String body = part.repeat(StoryText.MOST_BODY / part.length());
    assertThat(StoryMarkdown.written(body, List.of(), Language.AR)).isNotEmpty();
    assertThat(StoryMarkdown.named(body)).isEmpty();
  }

  private static Document html(String body) {
    return Jsoup.parse(StoryMarkdown.written(body, List.of(TWO), Language.AR));
  }
}
