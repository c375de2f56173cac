package dz.linatatawwa.checkpoints.web;

import dz.linatatawwa.checkpoints.Checkpoint;
import dz.linatatawwa.checkpoints.Checkpoints;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the signed ledger proves and what it does not, its newest checkpoint, and how to check it, for everybody. */
@Controller
class LedgerPages {

  private static final int LAST_PAGE = 1_000;

  private final Checkpoints checkpoints;

  LedgerPages(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  @PublicPage(mayLag = true)
  @GetMapping("/ledger")
  ModelAndView show(@RequestParam(defaultValue = "1") int page) {
    if (page < 1 || page > LAST_PAGE) throw new NotFound("page " + page);
    Slice<Checkpoint> all = checkpoints.all(page);
    return View.of("checkpoints/ledger", "newest", checkpoints.newest(), "note", checkpoints.note().orElse(""), "all", all, "keys", checkpoints.keys());
  }
}
