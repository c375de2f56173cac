package dz.linatatawwa.releases;

import dz.linatatawwa.figures.StatisticsVerb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code statistics verify FILE}: recomputes a published package from the ledger, and names every value that differs. */
@Component
class VerifyReleaseVerb implements StatisticsVerb {

  private static final int SHOWN = 100;

  private final Verification verification;

  VerifyReleaseVerb(Verification verification) {
    this.verification = verification;
  }

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String usage() {
    return "verify PACKAGE.zip";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.size() != 1) {
      System.err.println("statistics " + usage());
      return 2;
    }
    try {
      return told(verification.verify(Files.readAllBytes(Path.of(arguments.getFirst()))));
    } catch (IOException | InvalidPathException unreadable) {
      System.err.println(arguments.getFirst() + " cannot be read");
      return 2;
    }
  }

  private static int told(Verification.Report report) {
    return switch (report) {
      case Verification.Report.NotARelease(String why) -> {
        System.err.println("this is no release of ours: " + why);
        yield 1;
      }
      case Verification.Report.Compared compared -> {
        tell(compared);
        yield compared.isEqual() ? 0 : 1;
      }
    };
  }

  private static void tell(Verification.Report.Compared compared) {
    Edition edition = compared.edition();
    compared.differences().stream().limit(SHOWN)
        .forEach(d -> System.out.println(d.table() + ": " + d.place() + ": published " + said(d.one()) + ", recomputed " + said(d.other())));
    if (compared.erased() > 0) {
      System.out.println(compared.erased() + " of the counted people have left since: what they were is not kept, so tables of what people are were compared within their number");
    }
    System.out.println("T13 and T14 do not stand in the ledger: they were compared with what was kept when the release was made");
    if (!compared.genuine()) System.out.println("this file is not the one that was published and signed as " + edition.fileName() + ": that one has SHA-256 " + edition.hash());
    System.out.println(compared.differences().isEmpty() ? "equal: " + compared.values() + " values of " + edition.fileName() + ", recomputed from the first " + edition.ledgerSize() + " entries of the ledger"
        : compared.differences().size() + " of " + compared.values() + " values differ");
  }

  private static String said(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "nothing" : value;
  }
}
