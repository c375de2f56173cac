package dz.linatatawwa.api.web;

import dz.linatatawwa.api.Caller;
import dz.linatatawwa.api.KeyScope;
import dz.linatatawwa.programmes.Programme;
import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.programmes.ProgressFilter;
import dz.linatatawwa.rewards.Counter;
import dz.linatatawwa.rewards.Presented;
import dz.linatatawwa.rewards.Showing;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.ProblemType;
import dz.linatatawwa.site.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What partners do by their key: redeem benefits at a till of their own, and follow their programmes in numbers. */
@RestController
@RequestMapping(path = "/api/v1/own", produces = "application/json")
@Tag(name = "Partners", description = "Benefits and programmes of the partner whose key is shown")
class PartnerApi {

  private static final int MOST_DAYS = 92;
  private static final int MOST_LETTERS = 400;

  private final Counter counter;
  private final Programmes programmes;

  PartnerApi(Counter counter, Programmes programmes) {
    this.counter = counter;
    this.programmes = programmes;
  }

  /** A redeemed benefit: no name of who it was for.
   *  @param end the last four characters of the code */
  record RedeemedJson(Instant at, String benefit, String end) {}

  /** A code that somebody shows. */
  record RedemptionInput(@Schema(maxLength = MOST_LETTERS, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String code) {}

  /** What came of a code; only redeemed gives something.
   *  @param benefitAr what it is for; null: no code of ours */
  record RedemptionJson(@Schema(allowableValues = {"redeemed", "already", "undone", "held", "gone", "expired", "stale", "unknown", "unreadable"}) String outcome, @Nullable String benefitAr,
      @Nullable String benefitFr, @Nullable Instant redeemedAt) {}

  /** A programme in numbers that point at nobody.
   *  @param named          members who show their names
   *  @param unnamed        the others; null: fewer than five
   *  @param unnamedReached of them, who reached the goal; null: fewer than five did, or did not */
  record ProgrammeJson(long id, String nameAr, @Nullable String nameFr, LocalDate from, LocalDate to, long named, long namedReached, @Nullable Long unnamed,
      @Nullable Long unnamedReached) {}

  @GetMapping("/redemptions")
  @Operation(summary = "What was redeemed in the last days, the newest first, all at once")
  @Needs(KeyScope.BENEFITS_READ)
  Part<RedeemedJson> listRedemptions(@Parameter(hidden = true) Caller caller,
      @Parameter(schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "92", defaultValue = "7")) @RequestParam(defaultValue = "7") int days) {
    if (days < 1 || days > MOST_DAYS) throw new ApiRefusal(ProblemType.BAD_REQUEST).saying("api.refused.limit", MOST_DAYS);
    return new Part<>(counter.redeemed(caller.partner(), days).stream().map(line -> new RedeemedJson(line.at(), line.benefit(), line.end())).toList(), null);
  }

  @PostMapping(path = "/redemptions", consumes = "application/json")
  @Operation(summary = "Redeems a code, once; what came of it is in outcome")
  @Needs(KeyScope.BENEFITS_REDEEM)
  RedemptionJson redeem(@Parameter(hidden = true) Caller caller, @RequestBody RedemptionInput input) {
    String code = input.code() == null ? "" : input.code();
    if (code.length() > MOST_LETTERS) throw ApiRefusal.of(Problems.none().add("code", "site.problem.tooLong", MOST_LETTERS));
    return switch (counter.present(caller.maker(), caller.partner(), UUID.randomUUID(), code)) {
      case Presented.Known(UUID key) -> redeemed(caller, key);
      case Presented.Slip slip -> none("unreadable");
      case Presented.Unknown unknown -> none("unknown");
      case Presented.TooMany(int minutes) -> throw new ApiRefusal(ProblemType.TOO_MANY).with(HttpHeaders.RETRY_AFTER, Long.toString(Duration.ofMinutes(minutes).toSeconds()));
    };
  }

  @GetMapping("/programmes")
  @Operation(summary = "Our programmes in numbers, the newest first, all at once; none while no agreement promises recognition")
  @Needs(KeyScope.PROGRAMMES_READ)
  Part<ProgrammeJson> listProgrammes(@Parameter(hidden = true) Caller caller) {
    if (!programmes.covered(caller.partner())) throw new ApiRefusal(ProblemType.REFUSED).because("no-agreement");
    return new Part<>(programmes.of(caller.partner()).stream().map(this::shown).toList(), null);
  }

  private RedemptionJson redeemed(Caller caller, UUID key) {
    counter.redeem(caller.maker(), caller.partner(), key);
    Showing now = counter.look(caller.maker(), caller.partner(), key);
    return new RedemptionJson(now.state(), now.granting().name().ar(), now.granting().name().fr(), now.redeemedAt());
  }

  private static RedemptionJson none(String outcome) {
    return new RedemptionJson(outcome, null, null, null);
  }

  private ProgrammeJson shown(Programme it) {
    Programmes.Look look = programmes.look(it, ProgressFilter.ALL, 1);
    return new ProgrammeJson(it.id().value(), it.nameAr(), it.nameFr(), it.from(), it.to(), look.named(), look.reached(), look.unnamed().members().orElse(null),
        look.unnamed().reached().orElse(null));
  }
}
