package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes the accounts, the volunteers, and those who look after territories. */
final class PeopleRows {

  private static final List<String> SKILLS = List.of("first-aid", "driving", "teaching", "cooking", "photography", "design", "languages", "it");
  private static final List<String> TIMES = List.of("fri-am", "fri-pm", "sat-am", "sat-pm", "tue-pm", "mon-ev", "thu-pm");

  private final long seed;
  private final Connection connection;
  private final People people;
  private final Staff staff;
  private final LocalDate today;

  PeopleRows(long seed, Connection connection, People people, Staff staff, LocalDate today) {
    this.seed = seed;
    this.connection = connection;
    this.people = people;
    this.staff = staff;
    this.today = today;
  }

  void write(Bodies bodies) throws SQLException {
    accounts(bodies);
    volunteers();
    consents();
    supervisors();
  }

  private void accounts(Bodies bodies) throws SQLException {
    try (Rows rows = new Rows(connection, "accounts.account (id, name, email, phone, language, administrator, created_at)")) {
      String longAgo = Instants.at(today.minusDays(430));
      for (Staff.Member member : staff.all) {
        rows.row(member.id(), member.name(), member.email(), null, "ar", member.administrator(), longAgo);
      }
      for (Body body : bodies.all) {
        rows.row(body.owner(), body.ownerName(), "c" + body.owner() + "@example.org", null, "ar", false, Instants.at(body.registered()));
        rows.row(body.coordinator(), body.coordinatorName(), body.id() == 1 ? Staff.COORDINATOR : "c" + body.coordinator() + "@example.org", null, "ar", false,
            Instants.at(body.registered()));
      }
      for (Person person : people.volunteers) {
        rows.row(person.id(), person.name(), person.email(), person.phone(), Chance.of(seed, 6, person.id()).yes(0.94) ? "ar" : "fr",
            false, Instants.at(today.minusDays(person.joinedDay())));
      }
      rows.end();
    }
  }

  private void volunteers() throws SQLException {
    Told told = new Told(seed, people.lexicon(), today);
    try (Rows rows = new Rows(connection, "volunteers.volunteer (account_id, code, birth_year, audience, wilaya_code, commune_code, languages, skills, fields,"
        + " availability, joined_at, sex, education)")) {
      for (Person person : people.volunteers) {
        Chance chance = Chance.of(seed, 7, person.id());
        rows.row(person.id(), 200_000 + person.id(), person.birthYear(), person.audience(), person.town().wilaya(), person.town().code(),
            chance.yes(0.5) ? List.of("ar", "fr") : List.of("ar"), some(SKILLS, chance), List.of(), some(TIMES, chance),
            Instants.at(today.minusDays(person.joinedDay())), told.sex(person), told.education(person));
      }
      rows.end();
    }
  }

  private static List<String> some(List<String> all, Chance chance) {
    List<String> some = new ArrayList<>();
    for (String one : all) if (chance.yes(0.22)) some.add(one);
    return some;
  }

  /** Everybody under the civil majority has a guardian who agreed. */
  private void consents() throws SQLException {
    List<Person> minors = people.volunteers.stream().filter(person -> today.getYear() - person.birthYear() <= 19).toList();
    try (Rows rows = new Rows(connection, "volunteers.guardian (id, volunteer_id, place, name, contact, named_at)")) {
      for (Person person : minors) {
        rows.row(person.id(), person.id(), 1, guardian(person), "g" + person.id() + "@example.org", Instants.at(today.minusDays(person.joinedDay())));
      }
      rows.end();
    }
    try (Rows rows = new Rows(connection, "volunteers.guardian_consent (volunteer_id, guardian_id, purpose, guardian_name, guardian_contact, given_at)")) {
      for (Person person : minors) {
        rows.row(person.id(), person.id(), "take-part", guardian(person), "g" + person.id() + "@example.org", Instants.at(today.minusDays(person.joinedDay())));
      }
      rows.end();
    }
  }

  private String guardian(Person minor) {
    return people.name(Chance.of(seed, 8, minor.id()));
  }

  /** Powers of two years that began ten months ago; one ends within the month. In Sétif one deputy looks after a daira, one after a field. */
  private void supervisors() throws SQLException {
    try (Rows rows = new Rows(connection, "supervision.supervisor (account_id, wilaya_code, granted_at, granted_by, from_at, until_at)")) {
      String from = Instants.at(today.minusDays(300));
      for (Staff.Member member : staff.all) {
        if (!member.supervisor()) continue;
        rows.row(member.id(), member.wilaya(), Instants.at(today.minusDays(420)), Staff.ADMINISTRATOR_ID, from, Instants.at(today.plusDays("05".equals(member.wilaya()) ? 20 : 420)));
      }
      rows.end();
    }
    deputy(Staff.DAIRA_DEPUTY_ID, "(select c.daira_id from places.commune c where c.code = '1901')", "null");
    deputy(Staff.FIELD_DEPUTY_ID, "null", "'ENV'");
  }

  /** Given by the supervisor of Sétif out of their own power, for half a year. */
  private void deputy(long account, String daira, String field) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("""
          insert into supervision.supervisor (account_id, wilaya_code, daira_id, field_code, granted_at, granted_by, from_at, until_at, parent_id)
          select %d, s.wilaya_code, %s, %s, now(), s.account_id, now(), now() + interval '180 days', s.id
          from supervision.supervisor s where s.wilaya_code = '19' and s.parent_id is null
          """.formatted(account, daira, field));
    }
  }
}
