package dz.linatatawwa.figures;

import java.util.List;

/** Goes through the persons of one part, each once, with their lines of all years. */
final class Walk {

  /** Who is told of persons. */
  interface Visitor {

    /** @return false to pass over this person; then neither lines nor end are told */
    boolean begin(long person, int facts);

    /** Lines of one year that stand one after the other in these bytes. */
    void lines(Section section, int at, int count);

    void end();
  }

  private Walk() {}

  /** @param first number of the first person of the part */
  static void through(long first, List<Section> sections, Visitor visitor) {
    Section[] all = sections.toArray(Section[]::new);
    while (true) {
      int person = Section.NONE;
      for (Section section : all) person = Math.min(person, section.person);
      if (person == Section.NONE) return;
      if (visitor.begin(first + person, facts(all, person))) {
        for (Section section : all) {
          for (; section.person == person; section.advance()) visitor.lines(section, section.at, section.lines);
        }
        visitor.end();
      } else {
        for (Section section : all) while (section.person == person) section.advance();
      }
    }
  }

  private static int facts(Section[] all, int person) {
    int facts = 0;
    for (Section section : all) {
      if (section.person != person) continue;
      facts = section.facts;
      if (section.fresh) return facts;
    }
    return facts;
  }
}
