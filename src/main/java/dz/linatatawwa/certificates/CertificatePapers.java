package dz.linatatawwa.certificates;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.print.Paper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Certificates as PDF, made anew from their facts: the same facts in the same language give the same bytes. */
@Component
public class CertificatePapers {

  private final CertificateTable table;
  private final CountedLines lines;
  private final Dictionary dictionary;

  CertificatePapers(CertificateTable table, CountedLines lines, Dictionary dictionary) {
    this.table = table;
    this.lines = lines;
    this.dictionary = dictionary;
  }

  /** One certificate, book or list.
   *  @param site the platform's public address, without a slash at its end: it stands in the code
   *  @throws IllegalStateException for one whose name was erased; ask {@link Certificate#printable} */
  public byte[] pdf(Certificate certificate, Language language, String site) {
    Facts facts = facts(certificate, language, site);
    return switch (certificate.kind()) {
      case HOURS -> {
        Paper paper = Paper.of(language, facts.title(), certificate.issuedAt());
        HourPage.draw(paper.lyingSheet(), facts);
        yield paper.bytes();
      }
      case BOOK -> BookPages.pdf(facts);
      case LIST -> ListPages.pdf(facts, table.listed(certificate.id()));
    };
  }

  /** One page for each of several certificates of hours, each in its language, as one document.
   *  @param title of the document, in its own language */
  public byte[] together(List<Certificate> certificates, List<Language> languages, Language language, String title, String site) {
    Paper paper = Paper.of(language, title, certificates.getLast().issuedAt());
    for (int i = 0; i < certificates.size(); i++) {
      HourPage.draw(paper.lyingSheet(languages.get(i)), facts(certificates.get(i), languages.get(i), site));
      paper.pack();
    }
    return paper.bytes();
  }

  private Facts facts(Certificate certificate, Language language, String site) {
    byte[] code = table.code(certificate.id()).orElseThrow(() -> new IllegalStateException("certificate " + certificate.number() + " has lost its name"));
    List<Line> counted = certificate.kind() == Kind.LIST ? List.of() : lines.covered(certificate.id());
    return new Facts(certificate, counted, dictionary.in(language), site, CertificateSeal.address(site, certificate.number(), code));
  }

  /** What a paper is drawn from.
   *  @param address the signed one, for the code */
  record Facts(Certificate certificate, List<Line> lines, Words words, String site, String address) {

    String title() {
      return words.text("certificates.kind." + certificate.kind().code());
    }

    /** What the hours were for, each of its parts in its own direction; empty for all hours. */
    String subject() {
      var subject = certificate.subject();
      return subject == null ? "" : Arrays.stream(subject.in(words.language()).split(" · ")).map(Facts::own).collect(Collectors.joining(" · "));
    }

    /** What people wrote, kept to its own direction: a name in another script turns nothing around. */
    static String own(@Nullable String text) {
      return text == null || text.isBlank() ? "—" : "\u2068" + text + "\u2069";
    }

    /** Where people look it up by hand, without the scheme. */
    String lookup() {
      return site.replaceFirst("^https?://", "") + "/certificates/check/" + certificate.number();
    }

    /** From when to when; empty where there is nothing. */
    String span() {
      var from = certificate.from();
      var to = certificate.to();
      return from == null || to == null || to.isBefore(from) ? "" : words.dates(from, to);
    }

    /** What to know when hours were taken back since; empty where none were. */
    String since() {
      var at = certificate.changedAt();
      return at == null ? "" : words.text("certificates.paper.changed", words.hours(certificate.gone().all()), words.date(at), words.hours(certificate.standing().all()));
    }
  }
}
