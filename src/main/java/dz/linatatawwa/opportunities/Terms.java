package dz.linatatawwa.opportunities;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an opportunity says of itself, read and clean, ready to be kept. */
record Terms(String title, String summary, String description, @Nullable String field, @Nullable String activity, @Nullable Long campaign,
    @Nullable String wilaya, @Nullable String commune, String address, boolean remote, List<String> audiences, int minAge, String bring,
    String access, List<String> skills, Opportunity.Answer answer, Nature nature, int graceMinutes) {

  /** What of it people who applied must know, compared with how it stood: codes of {@link OpportunityChanged}. */
  Set<String> changedFrom(Opportunity before) {
    Set<String> what = new LinkedHashSet<>();
    if (!title.equals(before.title())) what.add("title");
    boolean moved = !Objects.equals(commune, before.commune() == null ? null : before.commune().value()) || remote != before.remote()
        || !address.equals(before.address());
    if (moved) what.add("place");
    if (minAge != before.minAge() || !Set.copyOf(audiences).equals(before.audiences())) what.add("age");
    if (nature != before.nature()) what.add("nature");
    if (!bring.equals(before.bring())) what.add("bring");
    if (!access.equals(before.access())) what.add("access");
    return what;
  }
}
