package dz.linatatawwa.world;

import java.io.ByteArrayInputStream;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF whether a paper can be kept (PDF/A-2a) and heard (PDF/UA-1). */
public final class Archive {

  private Archive() {}

  /** Fails with one readable line for each fault. */
  public static void keeps(byte[] pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1}) {
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        ValidationResult result = validator.validate(parser);
        Assertions.assertThat(result.isCompliant()).as(flavour + "\n" + result.getTestAssertions().stream()
            .filter(one -> one.getStatus() == TestAssertion.Status.FAILED).map(one -> one.getRuleId().getClause() + " " + one.getMessage() + " at "
                + one.getLocation().getContext()).distinct().limit(20).collect(Collectors.joining("\n"))).isTrue();
      }
    }
  }
}
