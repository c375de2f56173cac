package dz.linatatawwa.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who look after the platform: an administrator, a supervisor of the nation, one for each wilaya; and the contacts to sign in with. */
final class Staff {

  static final long ADMINISTRATOR_ID = 1;
  static final String ADMINISTRATOR = "admin@example.org";
  static final String NATION = "nation@example.org";
  static final String VOLUNTEER = "volunteer@example.org";
  static final String COORDINATOR = "coordinator@example.org";

  /** Whom to sign in as, by what they are; codes are read in the outbox.
   *  @param role a message key's last part: administrator, nation, wilaya, coordinator, volunteer */
  record Login(String role, String contact) {}

  static final List<Login> LOGINS = List.of(new Login("volunteer", VOLUNTEER), new Login("coordinator", COORDINATOR), new Login("wilaya", "wilaya19@example.org"),
      new Login("nation", NATION), new Login("administrator", ADMINISTRATOR));

  record Member(long id, String name, String email, boolean administrator, boolean supervisor, @Nullable String wilaya) {}

  final List<Member> all = new ArrayList<>();

  Staff(long seed, Country country, People people) {
    all.add(new Member(ADMINISTRATOR_ID, people.name(Chance.of(seed, 9, 1)), ADMINISTRATOR, true, false, null));
    all.add(new Member(2, people.name(Chance.of(seed, 9, 2)), NATION, false, true, null));
    long id = 3;
    for (String wilaya : country.wilayas()) {
      all.add(new Member(id, people.name(Chance.of(seed, 9, id)), "wilaya" + wilaya + "@example.org", false, true, wilaya));
      id++;
    }
  }

  /** The one who looks after this wilaya. */
  long of(String wilaya) {
    return all.stream().filter(member -> wilaya.equals(member.wilaya())).findFirst().orElseThrow().id();
  }
}
