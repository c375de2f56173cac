package dz.linatatawwa.certificates;

import dz.linatatawwa.credentials.Verification;
import dz.linatatawwa.credentials.Verifier;
import dz.linatatawwa.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Answers at /verify for certificates: for the address in a code, what stands behind its sign #, and a number that was typed. */
@Component
class CheckOfCodes implements Verifier {

  private static final int LONGEST = 2_000;
  private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://[^/\\s]+)?/(?:C|certificates/check)/([0-9A-Z-]{10,11})(#.*)?");
  private static final Pattern CODE = Pattern.compile("(?i)LC1:[0-9A-Z]{100,}");

  private final CertificateTable table;
  private final CertificateSeal seal;

  CheckOfCodes(CertificateTable table, CertificateSeal seal) {
    this.table = table;
    this.seal = seal;
  }

  @Override
  public Optional<Verification> verify(String text, Words words) {
    if (text.length() > LONGEST) return Optional.empty();
    Matcher address = ADDRESS.matcher(text);
    boolean ours = address.matches();
    if (CODE.matcher(text).matches() || ours && address.group(2) != null) {
      return Optional.of(seal.read(text).map(facts -> sealed(facts, ours ? address.group(1) : facts.number().value(), words))
          .orElseGet(() -> Verification.bare(Verification.Outcome.CHANGED)));
    }
    return CertificateNumber.of(ours ? address.group(1) : text).map(number -> table.find(number).map(found -> answer(found, words))
        .orElseGet(() -> Verification.bare(Verification.Outcome.UNKNOWN)));
  }

  /** The facts are as we signed them; whether they stand is the table's to say. */
  private Verification sealed(SealedFacts facts, String claimed, Words words) {
    if (CertificateNumber.of(claimed).filter(facts.number()::equals).isEmpty()) return Verification.bare(Verification.Outcome.CHANGED);
    return table.find(facts.number()).map(found -> answer(found, words)).orElseGet(() -> Verification.bare(Verification.Outcome.UNKNOWN));
  }

  private static Verification answer(Certificate found, Words words) {
    List<Verification.Fact> facts = new ArrayList<>();
    facts.add(new Verification.Fact(words.text("certificates.fact.confirmed"), words.hoursInWords(found.minutes().counted())));
    if (found.state() == Certificate.State.CHANGED) facts.add(new Verification.Fact(words.text("certificates.fact.standing"), words.hoursInWords(found.standing().counted())));
    var subject = found.subject();
    facts.add(new Verification.Fact(words.text("certificates.fact.subject"), subject == null ? words.text("certificates.fact.all") : subject.in(words.language())));
    var from = found.from();
    var to = found.to();
    if (from != null && to != null && !to.isBefore(from)) facts.add(new Verification.Fact(words.text("certificates.book.period"), words.dates(from, to)));
    facts.add(new Verification.Fact(words.text("certificates.fact.issued"), words.date(found.day())));
    facts.add(new Verification.Fact(words.text("certificates.fact.state"), words.text("certificates.state." + found.state().code())));
    Verification.Outcome outcome = found.state() == Certificate.State.REVOKED ? Verification.Outcome.REVOKED : Verification.Outcome.VALID;
    return new Verification(outcome, words.text("certificates.kind." + found.kind().code()), found.minor() ? "" : ShortName.of(found.name(), false), facts,
        "/certificates/check/" + found.number());
  }
}
