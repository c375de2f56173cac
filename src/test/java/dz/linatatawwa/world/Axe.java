package dz.linatatawwa.world;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Looks for faults of accessibility on a page: WCAG 2.2 up to AA, as far as a program can see them. */
public final class Axe {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The library as one expression, so that a page that has it already need not be given it again. */
  private static final String LIBRARY = "() => {" + AxeBuilder.getAxeScript() + "}";
  private static final String MISSING = "typeof axe === 'undefined'";

  // Bars that float over the page cover what is beneath them only until one scrolls: for the look they stand still in the page.
  private static final String LOOK = """
      async rules => {
        const still = position => document.querySelectorAll('.bottom, .actions-sticky').forEach(bar => bar.style.position = position);
        still('static');
        try {
          const found = await axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']});
          return found.violations.map(fault => ({id: fault.id, impact: fault.impact, help: fault.help,
            places: fault.nodes.slice(0, 5).map(place => JSON.stringify(place.target) + '  ' + place.html.replace(/\\s+/g, ' '))}));
        } finally {
          still('');
        }
      }
      """;

  private Axe() {}

  /** Fails with one readable line for each fault on the page as it stands. What the library's own builder does besides (a second page for putting results together, all that was right) is left out: it took four times as long. */
  @SuppressWarnings("unchecked")
  public static void findsNothing(Page page) {
    for (Frame frame : page.frames()) if (Boolean.TRUE.equals(frame.evaluate(MISSING))) frame.evaluate(LIBRARY);
    List<Map<String, Object>> faults = (List<Map<String, Object>>) page.evaluate(LOOK, RULES);
    if (!faults.isEmpty()) {
      Browser.keep(page, "faults");
      Assertions.fail(faults.size() + " faults of accessibility on " + page.url() + "\n" + String.join("\n", faults.stream().map(Axe::readable).toList()));
    }
  }

  @SuppressWarnings("unchecked")
  private static String readable(Map<String, Object> fault) {
    return "- %s (%s): %s%n    %s".formatted(fault.get("id"), fault.get("impact"), fault.get("help"), String.join("\n    ", (List<String>) fault.get("places")));
  }
}
