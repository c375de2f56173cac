package dz.linatatawwa.notices;

import dz.linatatawwa.carriers.Parcel;
import dz.linatatawwa.carriers.PushAddress;
import dz.linatatawwa.carriers.SmsText;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a notice is written for each way out: plain text and simple HTML, a short message, or a note on a screen. */
@Component
class LetterPaper {

  /** A text message leads to where the rest stands; one without a link says everything itself. Each part is paid for. */
  private static final int PARTS_WITH_LINK = 3;
  private static final int PARTS_ALONE = 5;
  private static final int LONGEST_NOTE = 300;
  private static final char RIGHT_TO_LEFT = '\u200f';

  private final Dictionary dictionary;
  private final Unsubscribing unsubscribing;
  private final JsonMapper json;
  private final String site;
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, LetterPaper.class.getClassLoader(), "dz.linatatawwa.pages");

  LetterPaper(Dictionary dictionary, Unsubscribing unsubscribing, JsonMapper json, @Value("${linatatawwa.url:http://localhost:${server.port:8080}}") String site) {
    this.dictionary = dictionary;
    this.unsubscribing = unsubscribing;
    this.json = json;
    this.site = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
  }

  Parcel.Mail mail(Letter letter) {
    String stop = unsubscribing.path(letter).map(path -> site + path).orElse(null);
    Map<String, String> headers = stop == null ? Map.of()
        : Map.of("List-Unsubscribe", "<" + stop + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
    return new Parcel.Mail(letter.id(), letter.madeAt().getEpochSecond(), letter.address(), Letter.plain(letter.title()), text(letter, stop), html(letter, stop),
        letter.language().locale().toLanguageTag(), headers);
  }

  /** Programs that show plain text give each line the direction of its first letter: where that is none of the language's, a mark says it. */
  private String text(Letter letter, @Nullable String stop) {
    Words words = dictionary.in(letter.language());
    String link = link(letter);
    StringBuilder text = new StringBuilder(Letter.plain(letter.body()));
    if (link != null) text.append("\n\n").append(link);
    text.append("\n\n-- \n").append(words.text("site.name")).append('\n').append(site).append('\n');
    if (stop != null) text.append(words.text("notices.mail.stop")).append('\n').append(stop).append('\n');
    return rightToLeft(letter.language()) ? text.toString().lines().map(LetterPaper::directed).collect(Collectors.joining("\n", "", "\n")) : text.toString();
  }

  private static String directed(String line) {
    boolean bare = line.isEmpty() || line.startsWith("http") || line.equals("-- ") || Character.getDirectionality(line.codePointAt(0)) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    return bare ? line : RIGHT_TO_LEFT + line;
  }

  private static boolean rightToLeft(Language language) {
    return language.direction().equals("rtl");
  }

  private String html(Letter letter, @Nullable String stop) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("words", dictionary.in(letter.language()));
    parameters.put("title", Letter.plain(letter.title()));
    parameters.put("lines", Letter.plain(letter.body()).lines().toList());
    parameters.put("link", link(letter));
    parameters.put("site", site);
    parameters.put("stop", stop);
    StringOutput html = new StringOutput();
    engine.render("notices/mail.jte", parameters, html);
    return html.toString();
  }

  /** The last line of a code's message stays as it is: phones compare it. */
  Parcel.Sms sms(Letter letter) {
    String link = link(letter);
    String body = Letter.plain(letter.body());
    String text = letter.isCode() ? body : link == null ? SmsText.fitting(body, "", PARTS_ALONE) : SmsText.fitting(body, "\n" + link, PARTS_WITH_LINK);
    return new Parcel.Sms(letter.id(), letter.address(), text, letter.isCode());
  }

  /** As our service worker reads it. */
  Parcel.Push push(Letter letter, PushAddress to) {
    String body = Letter.plain(letter.body());
    Map<String, String> note = new LinkedHashMap<>();
    note.put("title", Letter.plain(letter.title()));
    note.put("body", body.codePointCount(0, body.length()) <= LONGEST_NOTE ? body : body.substring(0, body.offsetByCodePoints(0, LONGEST_NOTE - 1)) + "…");
    note.put("link", letter.link() == null ? "/inbox" : letter.link());
    note.put("lang", letter.language().locale().toLanguageTag());
    note.put("dir", letter.language().direction());
    note.put("tag", "notice-" + letter.id());
    return new Parcel.Push(letter.id(), to, json.writeValueAsString(note), letter.urgent());
  }

  private @Nullable String link(Letter letter) {
    return letter.link() == null ? null : site + letter.link();
  }
}
