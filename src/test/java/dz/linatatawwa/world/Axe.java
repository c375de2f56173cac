package dz.linatatawwa.world;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/** Looks for faults of accessibility on a page: WCAG 2.2 up to AA, as far as a program can see them. */
public final class Axe {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String FLOATING = """
      position => document.querySelectorAll('.bottom, .actions-sticky').forEach(bar => bar.style.position = position)
      """;

  private Axe() {}

  /** Fails with one readable line for each fault on the page as it stands. */
  public static void findsNothing(Page page) {
    // Bars that float over the page cover what is beneath them only until one scrolls: for the look they stand still in the page.
    page.evaluate(FLOATING, "static");
    List<Rule> faults = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    page.evaluate(FLOATING, "");
    if (!faults.isEmpty()) {
      Assertions.fail(faults.size() + " faults of accessibility on " + page.url() + "\n" + faults.stream().map(Axe::readable).collect(Collectors.joining("\n")));
    }
  }

  private static String readable(Rule fault) {
    return "- %s (%s): %s%n%s".formatted(fault.getId(), fault.getImpact(), fault.getHelp(), fault.getNodes().stream().limit(5)
        .map(node -> "    " + node.getTarget() + "  " + node.getHtml().replaceAll("\\s+", " ")).collect(Collectors.joining("\n")));
  }
}
