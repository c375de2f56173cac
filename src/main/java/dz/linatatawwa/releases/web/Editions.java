package dz.linatatawwa.releases.web;

import dz.linatatawwa.releases.Edition;
import dz.linatatawwa.releases.Term;
import dz.linatatawwa.releases.ReleaseTable;
import dz.linatatawwa.releases.Releases;
import dz.linatatawwa.site.NotFound;
import org.springframework.stereotype.Component;

/** Finds what an address names, for everybody: a draft is as if it did not exist. */
@Component
class Editions {

  private final Releases releases;

  Editions(Releases releases) {
    this.releases = releases;
  }

  Edition open(String term, int number) {
    return Term.of(term).flatMap(of -> releases.find(of, number)).filter(Edition::isOpen).orElseThrow(() -> new NotFound(term + " edition " + number));
  }

  /** The newest that holds, else the newest of all. */
  Edition newest(String term) {
    return Term.of(term).flatMap(of -> releases.current(of).or(() -> releases.of(of).stream().filter(Edition::isOpen).findFirst()))
        .orElseThrow(() -> new NotFound(term));
  }

  ReleaseTable table(Edition edition, String code) {
    return releases.tables(edition).stream().filter(table -> table.code().equals(code)).findFirst().orElseThrow(() -> new NotFound(edition.fileName() + " " + code));
  }
}
