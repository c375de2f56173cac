package dz.linatatawwa.api.web;

import dz.linatatawwa.opportunities.Opportunity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An opportunity, without its shifts: these are read beside it.
 *  @param audiences empty: everybody */
record OpportunityJson(@Schema(example = "7") long id, @Schema(allowableValues = {"draft", "published", "closed", "cancelled", "withheld"}) String state,
    @Schema(example = "Nettoyage de la plage") String title, String summary, String description, long organization, @Nullable Long campaign,
    @Schema(description = "Code of /api/v1/fields", example = "ENV") @Nullable String field, @Nullable String activity,
    @Schema(pattern = "^[0-9]{2}$", example = "16") @Nullable String wilaya, @Schema(pattern = "^[0-9]{4}$", example = "1601") @Nullable String commune, String address,
    boolean remote, List<String> audiences, @Schema(minimum = "5", maximum = "99") int minAge, String bring, String access, List<String> skills,
    @Schema(allowableValues = {"at-once", "by-hand"}) String answer, @Schema(allowableValues = {"free", "compulsory", "curricular", "paid"}) String nature,
    @Schema(minimum = "0", maximum = "240") int graceMinutes, @Nullable Instant publishedAt, @Nullable String cancelReason,
    @Schema(description = "Path of its page", example = "/opportunities/7") String page) {

  static OpportunityJson of(Opportunity it) {
    return new OpportunityJson(it.id().value(), it.state().code(), it.title(), it.summary(), it.description(), it.organization().value(),
        it.campaign() == null ? null : it.campaign().value(), it.field(), it.activity(), it.wilaya() == null ? null : it.wilaya().value(),
        it.commune() == null ? null : it.commune().value(), it.address(), it.remote(), it.audiences().stream().sorted().toList(), it.minAge(), it.bring(), it.access(),
        it.skills(), it.answer().code(), it.nature().code(), it.graceMinutes(), it.publishedAt(), it.cancelReason(), "/opportunities/" + it.id());
  }
}
