package dz.linatatawwa.imports;

import dz.linatatawwa.opportunities.BroughtOpportunities.Draft;
import dz.linatatawwa.organizations.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a good row would become. */
sealed interface Candidate {

  /** What makes it itself again in a later run. */
  String key();

  /** Its name, folded: another name under the same key is another thing. */
  String name();

  /** An organisation. */
  record Body(String key, String name, Profile profile, boolean numbered) implements Candidate {}

  /** A shift of an opportunity, or an opportunity without any.
   *  @param opportunity the key that its rows share
   *  @param owner       the organisation's name as written; empty where the importer's own is meant */
  record Offer(String key, String name, String opportunity, String owner, Draft draft, @Nullable Span span) implements Candidate {}

  /** When, and for how many. */
  record Span(Instant startsAt, Instant endsAt, int capacity) {}
}
