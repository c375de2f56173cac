package dz.linatatawwa.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation of the demonstration, with the two accounts that run it. */
record Body(long id, String kind, String nameAr, String nameFr, String scope, Country.Town town, String state, LocalDate registered, List<String> fields,
    String about, String president, @Nullable String receipt, int answerMinutes, long owner, String ownerName, long coordinator, String coordinatorName) {

  boolean verified() {
    return state.equals("verified");
  }
}
