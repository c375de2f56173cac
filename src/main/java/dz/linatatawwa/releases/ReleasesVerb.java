package dz.linatatawwa.releases;

import dz.linatatawwa.figures.StatisticsVerb;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code statistics releases}: what was released, the newest first. */
@Component
class ReleasesVerb implements StatisticsVerb {

  private final Releases releases;

  ReleasesVerb(Releases releases) {
    this.releases = releases;
  }

  @Override
  public String name() {
    return "releases";
  }

  @Override
  public String usage() {
    return "releases";
  }

  @Override
  public int run(List<String> arguments) {
    List<Edition> all = new ArrayList<>(releases.drafts());
    all.addAll(releases.open(1).rows());
    for (Edition edition : all) {
      System.out.println(String.join("\t", edition.fileName(), edition.state().code(), edition.ledgerSize() + " entries", edition.hash()).strip());
    }
    if (all.isEmpty()) System.out.println("nothing was released yet: bin/statistics release 2026Q3");
    return 0;
  }
}
