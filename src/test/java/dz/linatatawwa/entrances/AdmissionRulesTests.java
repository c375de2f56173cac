package dz.linatatawwa.entrances;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.entrances.Entrance.FirstRole;
import dz.linatatawwa.language.LocalName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionRulesTests {

  @Test
  void onlyAVerifiedAddressOfTheInstitutionsOwnDomainsLetsIn() {
    Entrance university = entrance(List.of("univ.example", "etu.univ.example"), null, List.of());
    assertThat(AdmissionRules.refusal(university, who("amina@univ.example", true))).isEmpty();
    assertThat(AdmissionRules.refusal(university, who("amina@etu.univ.example", true))).isEmpty();
    assertThat(AdmissionRules.refusal(university, who("amina@univ.example", false))).contains("email");
    assertThat(AdmissionRules.refusal(university, who(null, true))).contains("email");
    for (String foreign : List.of("amina@evil-univ.example", "amina@univ.example.evil", "amina@other.univ.example", "amina@univ.example@evil.example", "univ.example")) {
      assertThat(AdmissionRules.refusal(university, who(foreign, true))).as(foreign).isPresent();
    }
  }

  @Test
  void whatIsAskedOfAClaimMayStandAloneOrInAList() {
    Entrance staff = entrance(List.of(), "affiliation", List.of("staff", "teacher"));
    assertThat(AdmissionRules.refusal(staff, claims(Map.of("affiliation", "teacher")))).isEmpty();
    assertThat(AdmissionRules.refusal(staff, claims(Map.of("affiliation", List.of("alumni", "staff"))))).isEmpty();
    assertThat(AdmissionRules.refusal(staff, claims(Map.of("affiliation", List.of("student"))))).contains("claim");
    assertThat(AdmissionRules.refusal(staff, claims(Map.of()))).contains("claim");
  }

  @Test
  void aSecondStepCountsOnlyInWordsThatAnAdministratorAccepted() {
    Vouched strong = claims(Map.of("acr", "urn:two", "amr", List.of("pwd", "mfa")));
    assertThat(AdmissionRules.secondStep(entrance(List.of("a.example"), null, List.of()), strong)).isFalse();
    assertThat(AdmissionRules.secondStep(second("mfa"), strong)).isTrue();
    assertThat(AdmissionRules.secondStep(second("urn:two"), strong)).isTrue();
    assertThat(AdmissionRules.secondStep(second("otp"), strong)).isFalse();
    assertThat(AdmissionRules.secondStep(second("mfa"), claims(Map.of()))).isFalse();
  }

  private static Entrance second(String value) {
    return new Entrance(new EntranceId(1), null, new LocalName("جامعة", null, null), "https://id.example", "us", List.of("a.example"), null, List.of(), List.of(value), FirstRole.NONE, null);
  }

  private static Entrance entrance(List<String> domains, @Nullable String claim, List<String> values) {
    return new Entrance(new EntranceId(1), null, new LocalName("جامعة", null, null), "https://id.example", "us", domains, claim, values, List.of(), FirstRole.NONE, null);
  }

  private static Vouched who(@Nullable String email, boolean verified) {
    return new Vouched("amina", email, verified, Map.of());
  }

  private static Vouched claims(Map<String, Object> claims) {
    return new Vouched("amina", null, false, claims);
  }
}
