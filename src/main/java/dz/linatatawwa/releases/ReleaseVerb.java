package dz.linatatawwa.releases;

import dz.linatatawwa.figures.StatisticsVerb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code statistics release 2026Q3}, {@code statistics release 2026}: freezes the figures of a quarter or a year and publishes them; with {@code --draft} somebody else publishes them. */
@Component
class ReleaseVerb implements StatisticsVerb {

  private final Releases releases;

  ReleaseVerb(Releases releases) {
    this.releases = releases;
  }

  @Override
  public String name() {
    return "release";
  }

  @Override
  public String usage() {
    return "release TERM [--note TEXT] [--draft]";
  }

  @Override
  public int run(List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    boolean draft = words.remove("--draft");
    String note = "";
    int at = words.indexOf("--note");
    if (at >= 0 && at + 1 < words.size()) {
      note = words.remove(at + 1);
      words.remove(at);
    }
    Optional<Term> term = words.size() == 1 ? Term.of(words.getFirst()) : Optional.empty();
    if (term.isEmpty()) {
      System.err.println("statistics " + usage() + ", TERM as 2026Q3 or 2026");
      return 2;
    }
    Made made = releases.draft(term.get(), null);
    if (!draft && made instanceof Made.Drafted(Edition edition)) made = releases.publish(edition, note, null);
    return told(made);
  }

  private static int told(Made made) {
    return switch (made) {
      case Made.Drafted(Edition edition) -> {
        System.out.println(edition.fileName() + " is a draft as of " + edition.ledgerSize() + " entries of the ledger: somebody publishes it at /administration/releases");
        yield 0;
      }
      case Made.Published(Edition edition) -> {
        System.out.println(edition.fileName() + " is published as of " + edition.ledgerSize() + " entries of the ledger, SHA-256 " + edition.hash() + ", at " + edition.path());
        yield 0;
      }
      case Made.Refused(Made.Why why) -> {
        System.err.println(switch (why) {
          case NOT_OVER -> "these months are not over";
          case NO_CHECKPOINT -> "the ledger has no checkpoint yet: bin/ledger place";
          case NOTHING_NEW -> "nothing came into the ledger since the edition that stands";
          case NO_NOTE -> "a revision says what it changes: --note TEXT, 10 to 2,000 characters; its draft stands at /administration/releases";
          case GIVES_AWAY -> "beside the edition that stands, this one would show what fewer than five people changed: nothing was made";
          case GONE -> "another draft stands in its place by now";
          case OVERTAKEN -> "meanwhile a release of the same months was published: make this one again";
        });
        yield 1;
      }
    };
  }
}
