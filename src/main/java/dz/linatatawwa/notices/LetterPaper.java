package dz.linatatawwa.notices;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How a notice is written for each way out: plain text, simple HTML, or a short message. */
@Component
class LetterPaper {

  private static final int LONGEST_SMS = 320;

  private final Dictionary dictionary;
  private final String site;
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, LetterPaper.class.getClassLoader(), "dz.linatatawwa.pages");

  LetterPaper(Dictionary dictionary, @Value("${linatatawwa.url:http://localhost:${server.port:8080}}") String site) {
    this.dictionary = dictionary;
    this.site = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
  }

  String subject(Letter letter) {
    return Letter.plain(letter.title()).replaceAll("[\\r\\n]+", " ");
  }

  String text(Letter letter) {
    String link = link(letter);
    return Letter.plain(letter.body()) + (link == null ? "" : "\n\n" + link) + "\n\n-- \n" + dictionary.in(letter.language()).text("site.name") + "\n" + site + "\n";
  }

  String html(Letter letter) {
    Words words = dictionary.in(letter.language());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("words", words);
    parameters.put("title", Letter.plain(letter.title()));
    parameters.put("lines", Letter.plain(letter.body()).lines().toList());
    parameters.put("link", link(letter));
    parameters.put("site", site);
    StringOutput html = new StringOutput();
    engine.render("notices/mail.jte", parameters, html);
    return html.toString();
  }

  /** The last line of a code's message stays as it is: phones compare it. */
  String sms(Letter letter) {
    String link = link(letter);
    String body = Letter.plain(letter.body());
    if (letter.isCode()) return body;
    String end = link == null ? "" : "\n" + link;
    int room = LONGEST_SMS - end.length();
    return (body.length() <= room ? body : body.substring(0, room - 1) + "…") + end;
  }

  private @Nullable String link(Letter letter) {
    return letter.link() == null ? null : site + letter.link();
  }
}
