package dz.linatatawwa.notices.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.notices.NoticeDesk;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrators' desk of letters: the queue, what nobody tries any more, what text messages cost. For everybody else there is no such page. */
@Controller
@RequestMapping("/administration/notices")
class NoticeDeskPages {

  private static final int DAYS = 31;
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final NoticeDesk desk;
  private final Clock clock;

  NoticeDeskPages(NoticeDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView queue(@RequestParam(defaultValue = "") String channel, @RequestParam(defaultValue = "") String why, @RequestParam(defaultValue = "1") String page, SignedIn me) {
    administrator(me);
    return View.of("notices/desk", "queues", desk.queues(), "dead", desk.dead(channel, why, InboxPages.number(page)), "reasons", desk.reasons(), "channel", channel, "why", why,
        "now", clock.instant());
  }

  @PostMapping("/letters/{id}/again")
  ModelAndView again(@PathVariable long id, SignedIn me) {
    administrator(me);
    if (!desk.again(id)) throw new NotFound("dead letter " + id);
    return View.seeOther("/administration/notices#dead", View.saying("notices.desk.again.said", 1));
  }

  @PostMapping("/letters/again")
  ModelAndView againAll(@RequestParam(defaultValue = "") String channel, @RequestParam(defaultValue = "") String why, SignedIn me) {
    administrator(me);
    int many = desk.againAll(channel, why);
    return View.seeOther("/administration/notices?channel=" + encoded(channel) + "&why=" + encoded(why), View.saying("notices.desk.again.said", many));
  }

  @GetMapping("/costs")
  ModelAndView costs(SignedIn me) {
    administrator(me);
    return View.of("notices/costs", "spent", desk.spent(), "byDay", desk.costs("day", DAYS), "byPrefix", desk.costs("prefix", DAYS), "byTopic", desk.costs("topic", DAYS), "days", DAYS);
  }

  @GetMapping("/costs.csv")
  ResponseEntity<byte[]> table(SignedIn me) {
    administrator(me);
    Stream<List<String>> lines = Stream.concat(Stream.of(List.of("day", "prefix", "topic", "messages", "parts", "centimes")), desk.costLines(366).stream());
    String table = SafeCsv.MARK + lines.map(SafeCsv::line).collect(Collectors.joining());
    return ResponseEntity.ok().contentType(CSV).cacheControl(CacheControl.noStore()).header("Content-Disposition", "attachment; filename=\"sms-costs.csv\"")
        .body(table.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("letters are administered by others than " + me.id());
  }
}
