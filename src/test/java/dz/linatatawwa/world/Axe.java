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

  private Axe() {}

  /** Fails with one readable line for each fault on the page as it stands. */
  public static void findsNothing(Page page) {
    List<Rule> faults = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    if (!faults.isEmpty()) {
      Assertions.fail(faults.size() + " faults of accessibility on " + page.url() + "\n" + faults.stream().map(Axe::readable).collect(Collectors.joining("\n")));
    }
  }

  private static String readable(Rule fault) {
    return "- %s (%s): %s%n%s".formatted(fault.getId(), fault.getImpact(), fault.getHelp(), fault.getNodes().stream().limit(5)
        .map(node -> "    " + node.getTarget() + "  " + node.getHtml().replaceAll("\\s+", " ")).collect(Collectors.joining("\n")));
  }
}
