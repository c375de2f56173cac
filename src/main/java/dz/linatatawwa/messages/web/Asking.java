package dz.linatatawwa.messages.web;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.messages.Bookmark;
import dz.linatatawwa.messages.ConversationId;
import dz.linatatawwa.messages.Hindrance;
import dz.linatatawwa.messages.Side;
import dz.linatatawwa.messages.Written;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What addresses and forms of this room say, read; and why something was not written, as pages say it. */
final class Asking {

  static final String CONVERSATION = "/{conversation:[0-9a-f-]{36}}";

  private static final int LONGEST_WORDS = 80;

  private Asking() {}

  static ConversationId conversation(String typed) {
    return ConversationId.read(typed).orElseThrow(() -> new NotFound("conversation " + typed));
  }

  static Optional<Bookmark> from(String typed) {
    return Bookmark.read(typed);
  }

  /** @return null: nothing that can be read */
  static @Nullable Long number(String typed) {
    return typed.matches("[1-9][0-9]{0,17}") ? Long.valueOf(typed) : null;
  }

  static String words(String typed) {
    String words = Typed.line(typed);
    return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
  }

  /** Why it was not written, beside the field of the words. */
  static Problems problems(Written written, Side side, Words words) {
    Problems problems = Problems.none();
    return switch (written) {
      case Written.Sent sent -> problems;
      case Written.Unfit(String key, int most) -> most == 0 ? problems.add("words", key) : problems.add("words", key, most);
      case Written.Hindered(Hindrance why) -> problems.add("words", hindrance(side, why));
      case Written.TooOften(Duration pause) -> problems.add("words", "messages.problem.tooOften", words.hoursInWords(minutes(pause)));
    };
  }

  /** The page again; too much at once is 429 and says when it may go on. */
  static ModelAndView answered(Written written, ModelAndView page, HttpServletResponse response) {
    if (!(written instanceof Written.TooOften(Duration pause))) return page;
    response.setHeader("Retry-After", Long.toString(Math.max(1, pause.toSeconds())));
    page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
    return page;
  }

  static String hindrance(Side side, Hindrance why) {
    return "messages.hindrance." + side.code() + "." + why.code();
  }

  static long minutes(Duration pause) {
    return Math.max(1, pause.plusSeconds(59).toMinutes());
  }
}
