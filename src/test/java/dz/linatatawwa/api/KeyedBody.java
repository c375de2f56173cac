package dz.linatatawwa.api;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.site.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A verified organisation of the tests with its owner, and keys of it. */
final class KeyedBody {

  private static final AtomicInteger LABELS = new AtomicInteger();

  final Scene scene;
  final AccountId owner;
  final long organization;
  private final ApiKeys keys;

  KeyedBody(JdbcClient db, ApiKeys keys) {
    this.keys = keys;
    scene = new Scene(db);
    owner = scene.account("ياسين مالك");
    organization = scene.organization(owner);
  }

  KeyOwner itself() {
    return new KeyOwner.OfOrganization(new OrganizationId(organization));
  }

  /** A key made by the owner, with these scopes. */
  ApiKeys.Made key(KeyScope... scopes) {
    return key(owner, scopes);
  }

  ApiKeys.Made key(AccountId maker, KeyScope... scopes) {
    Problems problems = Problems.none();
    List<String> codes = Arrays.stream(scopes).map(KeyScope::code).toList();
    return keys.make(maker, itself(), new KeyForm("مفتاح " + LABELS.incrementAndGet(), codes, "30"), problems)
        .orElseThrow(() -> new IllegalStateException("no key: " + problems.all()));
  }

  /** A system that bears a key with all that organisations may do, but not the names of minors. */
  OtherSystem system(int port) {
    return new OtherSystem(port, key(KeyScope.of(itself()).stream().filter(scope -> scope != KeyScope.MINORS_READ).toArray(KeyScope[]::new)).secret());
  }

  OtherSystem system(int port, KeyScope... scopes) {
    return new OtherSystem(port, key(scopes).secret());
  }
}
