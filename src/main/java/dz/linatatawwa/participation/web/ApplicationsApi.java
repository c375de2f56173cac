package dz.linatatawwa.participation.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** My applications as JSON. */
@RestController
@Tag(name = "Applications", description = "What a person has applied for")
class ApplicationsApi {

  /** One of my applications. */
  record Mine(@Nullable Long id, String state, long opportunity, long shift, String title, Instant startsAt, Instant endsAt, int position,
      @Nullable Instant answerDue, @Nullable Instant offerEnds) {}

  private final Commitments commitments;

  ApplicationsApi(Commitments commitments) {
    this.commitments = commitments;
  }

  @GetMapping("/api/me/applications")
  @Operation(summary = "What I have applied for and what has become of it, the next first")
  List<Mine> mine(@Parameter(hidden = true) SignedIn me) {
    return commitments.coming(me.id()).stream().map(ApplicationsApi::mine).toList();
  }

  private static Mine mine(Commitment c) {
    return new Mine(c.id() == null ? null : c.id().value(), c.state(), c.facts().opportunityId(), c.facts().shiftId(), c.facts().title(),
        c.facts().startsAt(), c.facts().endsAt(), c.position(), c.answerDue(), c.offerEnds());
  }
}
