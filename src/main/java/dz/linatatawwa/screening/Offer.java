package dz.linatatawwa.screening;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules look at of an opportunity.
 *  @param wilaya     null: remote, without a place
 *  @param text       everything that it says, folded
 *  @param first      the organisation has published nothing before it
 *  @param verifiedAt when its organisation was first verified
 *  @param spans      coming open shifts, by start
 *  @param seats      of the largest of them */
public record Offer(OpportunityId id, String title, OrganizationId organization, LocalName organizationName, @Nullable WilayaCode wilaya, String text, int minAge,
    boolean remote, @Nullable String field, boolean first, @Nullable Instant verifiedAt, List<Span> spans, int seats) {

  /** From when to when. */
  public record Span(Instant from, Instant to) {}

  public Offer {
    spans = List.copyOf(spans);
  }
}
