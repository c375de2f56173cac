package dz.linatatawwa.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Decided;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class StandingTests {

  @Autowired Organizations organizations;
  @Autowired Members members;
  @Autowired Standing standing;
  @Autowired Matters matters;
  @Autowired Territories territories;
  @Autowired Dictionary dictionary;
  @Autowired Accounts accounts;
  @Autowired JdbcClient db;

  @Test
  void publishesOnlyWhileVerified() {
    AccountId owner = SignIn.account("Nadia");
    AccountId supervisor = Scene.supervisor(territories, "Kamel", Scene.SETIF);
    OrganizationId id = organizations.register(Scene.profile("جمعية أيادي الخير"), owner);
    assertThat(organizations.mayPublish(id)).isFalse();
    assertThat(organizations.verified(id)).isEmpty();

    decide(supervisor, id, new Decision("refused", "unclear-papers", "صورة الوصل غير واضحة"));
    assertThat(organizations.mayPublish(id)).isFalse();
    assertThat(organizations.find(id).orElseThrow()).satisfies(refused -> {
      assertThat(refused.state()).isEqualTo(OrganizationState.REFUSED);
      assertThat(refused.stateCode()).isEqualTo("unclear-papers");
      assertThat(refused.stateReason()).isEqualTo("صورة الوصل غير واضحة");
    });

    assertThat(organizations.askAgain(owner, id)).isTrue();
    assertThat(organizations.askAgain(owner, id)).isFalse();
    decide(supervisor, id, new Decision("verified", null, null));
    assertThat(organizations.mayPublish(id)).isTrue();
    assertThat(organizations.verified(id)).isPresent();

    assertThat(standing.suspend(supervisor, id, "danger", "لا تأمين على المتطوعين في الميدان")).isTrue();
    assertThat(standing.suspend(supervisor, id, "danger", "مرة أخرى بلا داع")).isFalse();
    assertThat(organizations.mayPublish(id)).isFalse();
    assertThat(organizations.find(id).orElseThrow().verifiedAt()).isNotNull();

    assertThat(standing.reinstate(supervisor, id, "قُدّمت شهادة التأمين")).isTrue();
    assertThat(organizations.mayPublish(id)).isTrue();
    assertThat(db.sql("select kind from notices.notice where account_id = :owner").param("owner", owner.value()).query(String.class).list())
        .containsOnly("organization-state").hasSize(4);
  }

  @Test
  void whoIsAskedForMoreCompletesTheFileAndSendsItAgain() {
    AccountId owner = SignIn.account("Sara");
    AccountId supervisor = Scene.supervisor(territories, "Malek", Scene.SETIF);
    OrganizationId id = organizations.register(Scene.profile("جمعية الملف الناقص"), owner);
    decide(supervisor, id, new Decision("asked", "unclear-papers", "أضيفوا صورة واضحة للوصل"));
    assertThat(organizations.find(id).orElseThrow()).satisfies(asked -> {
      assertThat(asked.state()).isEqualTo(OrganizationState.DRAFT);
      assertThat(asked.stateReason()).isEqualTo("أضيفوا صورة واضحة للوصل");
    });
    assertThat(organizations.mayPublish(id)).isFalse();
    organizations.mend(owner, id, Scene.profile("جمعية الملف الكامل"));
    assertThat(organizations.askAgain(owner, id)).isTrue();
    decide(supervisor, id, new Decision("verified", null, null));
    assertThat(organizations.mayPublish(id)).isTrue();
  }

  @Test
  void aSupervisorOfAnotherWilayaCannotSuspend() {
    OrganizationId id = verified("جمعية الوفاء");
    AccountId oran = Scene.supervisor(territories, "Habib", Scene.ORAN);
    assertThatThrownBy(() -> standing.suspend(oran, id, "danger", "ليس من نطاقي أصلا")).isInstanceOf(NotFound.class);
    assertThat(organizations.mayPublish(id)).isTrue();
  }

  @Test
  void theIdentityOfAVerifiedOrganisationDoesNotChangeByItself() {
    AccountId owner = SignIn.account("Yasmine");
    OrganizationId id = organizations.register(Scene.profile("جمعية الأصل"), owner);
    organizations.mend(owner, id, Scene.profile("جمعية الأصل المصحّح"));
    assertThat(organizations.find(id).orElseThrow().profile().nameAr()).isEqualTo("جمعية الأصل المصحّح");
    assertThat(matters.waiting(Organizations.VERIFICATION, id.value()).orElseThrow().summary()).isEqualTo("جمعية الأصل المصحّح");
    decide(Scene.supervisor(territories, "Zahia", Scene.SETIF), id, new Decision("verified", null, null));
    organizations.mend(owner, id, Scene.profile("اسم آخر تماما", null, Scope.NATIONAL, Scene.ORAN, new CommuneCode("3101")));
    Profile after = organizations.find(id).orElseThrow().profile();
    assertThat(after.nameAr()).isEqualTo("جمعية الأصل المصحّح");
    assertThat(after.scope()).isEqualTo(Scope.WILAYA);
    assertThat(after.seat().wilaya()).isEqualTo(Scene.SETIF);
  }

  @Test
  void aNameThatLooksLikeAnothersIsShownToTheSupervisor() {
    verified("جمعية ناس الخير سطيف");
    OrganizationId twin = organizations.register(Scene.profile("جمعيّة ناس الخير ـ سطيفْ"), SignIn.account("Twin"));
    OrganizationId other = organizations.register(named("جمعية الطفولة المسعفة", null), SignIn.account("Other"));
    assertThat(warnings(twin)).anySatisfy(warning -> assertThat(warning.text()).contains("جمعية ناس الخير سطيف"));
    assertThat(warnings(other)).noneSatisfy(warning -> assertThat(warning.text()).contains("ناس الخير"));
  }

  @Test
  void aNameInLettersOfAnotherScriptIsShownToTheSupervisorToo() {
    organizations.register(named("جمعية واحة الشباب", "Association OASIS Jeunesse"), SignIn.account("First oasis"));
    OrganizationId twin = organizations.register(named("هيئة أخرى تماما", "Association \u039FASIS Jeunesse"), SignIn.account("Second oasis"));
    assertThat(warnings(twin)).anySatisfy(warning -> assertThat(warning.text()).contains("جمعية واحة الشباب"))
        .anySatisfy(warning -> assertThat(warning.text()).isEqualTo(dictionary.in(Language.AR).text("organizations.warning.mixedScripts")));
  }

  @Test
  void theListFindsNamesInAnyLetters() {
    OrganizationId id = verified("جمعية الأمل للتضامن");
    for (String typed : List.of("الامل", "أمل", "التضامن الأمل", "association de test", "Associat")) {
      assertThat(organizations.search(new OrganizationSearch(typed, null, null, null, null), 1).rows()).as(typed)
          .extracting(Organization::id).contains(id);
    }
    assertThat(organizations.search(new OrganizationSearch("الامل", Scene.ORAN, null, null, null), 1).rows()).isEmpty();
    assertThat(organizations.search(new OrganizationSearch("الامل", null, null, "ENV", OrganizationKind.ASSOCIATION), 1).rows()).hasSize(1);
    assertThat(organizations.search(new OrganizationSearch("') | drop", null, null, null, null), 1).rows()).isEmpty();
  }

  @Test
  void aSupervisorAppointsOnlyWhereEverybodyVanished() {
    AccountId owner = SignIn.account("Vanished");
    OrganizationId id = organizations.register(Scene.profile("جمعية الغائب"), owner);
    AccountId supervisor = Scene.supervisor(territories, "Brahim", Scene.SETIF);
    AccountId helper = SignIn.account("Helper");
    SignIn.as(owner);
    assertThat(standing.appoint(supervisor, id, helper, "لا أحد يجيب")).isFalse();
    db.sql("update accounts.session set seen_at = now() - interval '31 days' where account_id = :owner").param("owner", owner.value()).update();
    assertThat(standing.appoint(supervisor, id, helper, "لا أحد يجيب منذ شهر")).isTrue();
    assertThat(organizations.role(helper, id)).contains(Role.COORDINATOR);
  }

  @Test
  void atLeastOneOwnerRemains() {
    AccountId owner = SignIn.account("Only owner");
    OrganizationId id = organizations.register(Scene.profile("جمعية المالك الوحيد"), owner);
    assertThat(members.end(owner, id, owner)).contains(Members.Refusal.LAST_OWNER);
    assertThat(members.change(owner, id, owner, Role.READER)).contains(Members.Refusal.LAST_OWNER);
    assertThat(members.hangsOnOnePerson(id)).isTrue();
  }

  @Test
  void whoClosesTheirAccountBelongsToNothingAnyMore() {
    AccountId owner = SignIn.account("Leaving");
    OrganizationId id = organizations.register(Scene.profile("جمعية المغادر"), owner);
    AccountId supervisor = Scene.supervisor(territories, "Leaving too", Scene.SETIF);
    accounts.close(owner);
    accounts.close(supervisor);
    assertThat(organizations.coordinators(id)).isEmpty();
    assertThat(standing.vanished(id)).isTrue();
    assertThat(territories.of(supervisor).none()).isTrue();
  }

  private List<MatterCase.Warning> warnings(OrganizationId id) {
    var matter = matters.waiting(Organizations.VERIFICATION, id.value()).orElseThrow();
    return matters.view(matter).show(matter, dictionary.in(Language.AR)).warnings();
  }

  private static Profile named(String nameAr, @Nullable String nameFr) {
    return Scene.profile(nameAr, nameFr, Scope.WILAYA, Scene.SETIF, new CommuneCode("1901"));
  }

  private OrganizationId verified(String name) {
    OrganizationId id = organizations.register(Scene.profile(name), SignIn.account("Owner of " + name));
    decide(Scene.supervisor(territories, "Verifier of " + name, Scene.SETIF), id, new Decision("verified", null, null));
    return id;
  }

  private void decide(AccountId supervisor, OrganizationId id, Decision decision) {
    var matter = matters.waiting(Organizations.VERIFICATION, id.value()).orElseThrow();
    assertThat(matters.decide(supervisor, matter.id(), decision)).isInstanceOf(Decided.Done.class);
  }
}
