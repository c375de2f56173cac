package dz.linatatawwa.demo;

import dz.linatatawwa.language.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The country's time as PostgreSQL reads it. */
final class Instants {

  private Instants() {}

  static String at(LocalDateTime time) {
    return time.atZone(Words.ZONE).toInstant().toString();
  }

  static String at(LocalDate day) {
    return at(day.atTime(9, 0));
  }
}
