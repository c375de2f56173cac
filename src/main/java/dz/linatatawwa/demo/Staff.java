package dz.linatatawwa.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who look after the platform: an administrator, a supervisor of the nation, one for each wilaya, two deputies in Sétif, one of the media cell; and the contacts to sign in with. */
final class Staff {

  static final long ADMINISTRATOR_ID = 1;
  static final long DAIRA_DEPUTY_ID = 91;
  static final long FIELD_DEPUTY_ID = 92;
  static final long EDITOR_ID = 93;
  static final String ADMINISTRATOR = "admin@example.org";
  static final String NATION = "nation@example.org";
  static final String EDITOR = "media@example.org";
  static final String VOLUNTEER = "volunteer@example.org";
  static final String COORDINATOR = "coordinator@example.org";

  /** Whom to sign in as, by what they are; codes are read in the outbox.
   *  @param role a message key's last part: administrator, media, nation, wilaya, coordinator, volunteer */
  record Login(String role, String contact) {}

  static final List<Login> LOGINS = List.of(new Login("volunteer", VOLUNTEER), new Login("coordinator", COORDINATOR), new Login("wilaya", "wilaya19@example.org"),
      new Login("nation", NATION), new Login("media", EDITOR), new Login("administrator", ADMINISTRATOR));

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
    all.add(new Member(DAIRA_DEPUTY_ID, people.name(Chance.of(seed, 9, DAIRA_DEPUTY_ID)), "daira19@example.org", false, false, null));
    all.add(new Member(FIELD_DEPUTY_ID, people.name(Chance.of(seed, 9, FIELD_DEPUTY_ID)), "field19@example.org", false, false, null));
    all.add(new Member(EDITOR_ID, people.name(Chance.of(seed, 9, EDITOR_ID)), EDITOR, false, false, null));
  }

  /** The one who looks after this wilaya. */
  long of(String wilaya) {
    return all.stream().filter(member -> wilaya.equals(member.wilaya())).findFirst().orElseThrow().id();
  }
}
