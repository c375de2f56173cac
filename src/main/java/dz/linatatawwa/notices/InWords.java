package dz.linatatawwa.notices;

import dz.linatatawwa.language.Words;

/** An argument of a notice that reads differently in each language: a date, a place, a title. */
@FunctionalInterface
public interface InWords {

  String in(Words words);
}
