package dz.linatatawwa.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hooks.Hooks.Made;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Others;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The library that the makers of Standard Webhooks publish accepts what is ours and refuses what was changed. */
@WorldTest
class IndependentCheckTests {

  @Autowired Hooks hooks;
  @Autowired JdbcClient db;
  @Autowired JsonMapper json;

  @Test
  void othersAcceptWhatWeSignedAndRefuseWhatWasChanged() throws Exception {
    Others.needed();
    AccountId owner = new Scene(db).account("أمينة");
    HookOwner body = new HookOwner.OfOrganization(new OrganizationId(new Scene(db).organization(owner)));
    try (Receiver receiver = new Receiver()) {
      Made.Done made = (Made.Done) hooks.make(body, new HookWish(receiver.address(), "", List.of(HookKind.OPPORTUNITY_PUBLISHED)), owner);
      hooks.ping(hooks.find(body, made.id()));
      Receiver.Came first = receiver.next();
      String later = hooks.renew(hooks.find(body, made.id()), owner);
      hooks.ping(hooks.find(body, made.id()));
      Receiver.Came both = receiver.next();
      TestClock.one().goAhead(Hooks.CHANGE_OVER.plus(Duration.ofMinutes(1)));
      hooks.ping(hooks.find(body, made.id()));
      Receiver.Came afterwards = receiver.next();

      List<Map<String, Object>> cases = new ArrayList<>();
      cases.add(asked(made.secret(), first, first.body()));
      cases.add(asked(made.secret(), both, both.body()));
      cases.add(asked(later, both, both.body()));
      cases.add(asked(later, first, first.body()));
      cases.add(asked(made.secret(), first, first.body().replace("ping", "pong")));
      cases.add(asked(made.secret(), new Receiver.Came("evt_other", first.second(), first.signatures(), first.body()), first.body()));
      cases.add(asked(made.secret(), new Receiver.Came(first.id(), first.second() + 1, first.signatures(), first.body()), first.body()));
      cases.add(asked(made.secret(), new Receiver.Came(first.id(), first.second(), first.signatures().replace("v1,", "v2,"), first.body()), first.body()));
      List<JsonNode> answers = Others.run("webhook.mjs", cases.stream().map(json::writeValueAsString).toList()).stream().map(json::readTree).toList();

      assertThat(answers).hasSameSizeAs(cases);
      assertThat(answers.subList(0, 3)).as("the first secret, and both after the change").allSatisfy(answer -> {
        assertThat(answer.get("accepted").asBoolean()).isTrue();
        assertThat(answer.get("type").asString()).isEqualTo("ping");
        assertThat(answer.get("ours").asBoolean()).as("signed with the platform's own key").isTrue();
      });
      assertThat(answers.subList(3, 8)).allSatisfy(answer -> assertThat(answer.get("accepted").asBoolean()).isFalse());
      assertThat(answers.subList(4, 7)).allSatisfy(answer -> assertThat(answer.get("ours").asBoolean()).isFalse());
      assertThat(both.signatures().split(" ")).hasSize(3);
      assertThat(afterwards.signatures().split(" ")).as("after a day only the new one signs").hasSize(2);
    }
  }

  private Map<String, Object> asked(String secret, Receiver.Came message, String body) {
    return Map.of("secret", secret, "openKey", hooks.openKey(), "body", body, "headers",
        Map.of("webhook-id", message.id(), "webhook-timestamp", Long.toString(message.second()), "webhook-signature", message.signatures()));
  }
}
