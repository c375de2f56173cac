package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is offered: what, where, who is wanted. Its dates and seats are its {@link Shift shifts}.
 *  @param field        code of {@code taxonomy.Field}; null in a draft at most
 *  @param activity     code of {@code taxonomy.Activity}, within the field
 *  @param wilaya       null when remote, or in a draft
 *  @param audiences    codes of audiences ({@code pupil}, {@code student}, …); empty: everyone
 *  @param skills       codes of skills that help
 *  @param nature       whether it is volunteering; fixed once somebody was there
 *  @param graceMinutes how long before and after a shift attendance still counts
 *  @param cancelReason what people were told; null unless cancelled */
public record Opportunity(OpportunityId id, OrganizationId organization, @Nullable CampaignId campaign, String title, String summary,
    String description, @Nullable String field, @Nullable String activity, @Nullable WilayaCode wilaya, @Nullable CommuneCode commune,
    String address, @Nullable Double lat, @Nullable Double lon, boolean remote, Set<String> audiences, int minAge, String bring, String access,
    List<String> skills, Answer answer, Nature nature, int graceMinutes, State state, Instant madeAt, @Nullable Instant publishedAt, @Nullable Instant endedAt,
    @Nullable String cancelReason) {

  /** How an application is answered. */
  public enum Answer {
    /** Whoever applies while seats are left has one. */
    AT_ONCE,
    /** A coordinator decides, within a time that everybody sees. */
    BY_HAND;

    /** As kept: {@code at-once}, {@code by-hand}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Answer of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  public Opportunity {
    audiences = Set.copyOf(audiences);
    skills = List.copyOf(skills);
  }

  /** Whether it takes people in. */
  public boolean published() {
    return state == State.PUBLISHED;
  }

  /** Whether people of this audience may come; null: somebody who said nothing of it. */
  public boolean isFor(@Nullable String audience) {
    return audiences.isEmpty() || (audience != null && audiences.contains(audience));
  }
}
