package dz.linatatawwa.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.checkpoints.Checkpoints;
import dz.linatatawwa.commands.Command;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Wish;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody whose name, contacts and words are found nowhere else lives through the platform and leaves: afterwards none of them is in any table, file or log,
 *  and every hour is still counted. */
@WorldTest
@ExtendWith(OutputCaptureExtension.class)
class ErasingTests {

  private static final String NAME = "Zzqanaryname Qwxfamily";
  private static final String EMAIL = "zzqanarymail@example.dz";
  private static final String PHONE = "+213770918273";
  /** Of this run alone: files of an earlier run that failed half way are not this one's. */
  private static final String WORD = "zzqanarywords" + Long.toHexString(System.nanoTime() & 0xffffff);
  private static final byte[] PDF = ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% " + WORD + "-paper\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);

  @Autowired Participation participation;
  @Autowired HourLedger ledger;
  @Autowired Checkpoints checkpoints;
  @Autowired Files files;
  @Autowired Leavings leavings;
  @Autowired OwnData data;
  @Autowired List<Command> commands;
  @LocalServerPort int port;
  @Value("${linatatawwa.data:data}") Path folder;

  private final JdbcClient db = JdbcClient.create(TestDatabase.one());

  @AfterEach
  void now() {
    TestClock.one().back();
  }

  @Test
  void nothingOfThePersonRemainsAndEveryHourIsStillCounted(CapturedOutput output) throws IOException {
    AccountId person = SignIn.account(NAME);
    db.sql("update accounts.account set email = :email, phone = :phone where id = :id").param("email", EMAIL).param("phone", PHONE).param("id", person.value()).update();
    AccountId coordinator = SignIn.account("Yacine Hamdi");
    AccountId supervisor = SignIn.account("Farid Meziane");
    live(person, coordinator, supervisor);

    Set<String> before = remains();
    assertThat(before).as("the words were planted").contains("accounts.account", "volunteers.volunteer", "participation.application", "contests.statement",
        "declarations.declaration", "notices.notice", "notices.delivery", "files.file", "attendance.deed", "hours.claim", "integrity.question", "organizations.takeover",
        "organizations.invitation", "organizations.draft", "partnerships.invitation", "programmes.invitation", "programmes.membership", "programmes.correction",
        "rewards.appeal", "volunteers.guardian_consent", "kits.delivery", "certificates.certificate", "certificates.listed", "codes.pass", "accounts.passkey",
        "accounts.session", "privacy.request", "supervision.matter", "trainings.completion", "attendance.review", "archive.operation", "archive.press", "messages.conversation", "messages.message");
    assertThat(inFiles()).as("the paper was planted").isNotEmpty();
    long minutes = counted();
    assertThat(minutes).as("two hours attended, four declared").isEqualTo(360);
    assertThat(data.of(person, 10).sections().stream().flatMap(section -> section.parts().stream())).hasSizeGreaterThan(20);

    Own.Part profile = data.of(person, 10).sections().stream().flatMap(section -> section.parts().stream()).filter(part -> part.table().equals("volunteers.volunteer"))
        .findFirst().orElseThrow();
    assertThat(profile.columns()).contains("sex", "education");
    assertThat(profile.rows().getFirst()).contains("F", "higher");

    Visit visit = Visit.as(port, person);
    assertThat(visit.get("/me/leaving").status()).isEqualTo(200);
    assertThat(visit.post("/me/leaving").leadsTo()).isEqualTo("/me/leaving/code");
    assertThat(visit.post("/me/leaving/code", "code", "000000").status()).isEqualTo(422);
    assertThat(visit.post("/me/leaving/code", "code", SignIn.code(EMAIL)).status()).isEqualTo(303);
    assertThat(visit.get("/me/data").status()).as("signed out everywhere").isEqualTo(303);
    leavings.carryOut();
    assertThat(remains()).as("the days of grace").isNotEmpty();
    TestClock.one().goAhead(Duration.ofDays(8));
    leavings.carryOut();
    heard();

    assertThat(remains()).as("tables in which something of the person remains").isEmpty();
    assertThat(inFiles()).as("files in which something of the person remains").isEmpty();
    assertThat(output.getAll().toLowerCase(Locale.ROOT)).doesNotContain("zzqanary").doesNotContain("770918273");
    assertThat(db.sql("select count(*) from volunteers.volunteer where account_id = :id and sex is null and education is null").param("id", person.value())
        .query(Integer.class).single()).isOne();
    assertThat(db.sql("select count(*) from releases.person where volunteer_id = :id and erased").param("id", person.value()).query(Integer.class).single()).isOne();
    assertThat(db.sql("select title from archive.operation where state = 'published' and led_by is null").query(String.class).list()).as("what everybody sees stays")
        .contains("Plantation du quartier");
    assertThat(counted()).isEqualTo(minutes);
    assertThat(db.sql("select sum(minutes) from hours.volunteer_total where volunteer_id = :id").param("id", person.value()).query(Long.class).single()).isEqualTo(minutes);
    assertThat(ledger.verify()).isEmpty();
    Command verify = commands.stream().filter(one -> one.name().equals("ledger")).findFirst().orElseThrow();
    assertThat(verify.run(List.of("verify"))).isZero();
  }

  @Test
  void whoSignsInWithinTheDaysOfGraceStays() {
    AccountId person = SignIn.account("Meriem");
    String contact = db.sql("select email from accounts.account where id = :id").param("id", person.value()).query(String.class).single();
    assertThat(leavings.ask(person)).isPresent();
    Visit visit = new Visit(port);
    visit.post("/sign-in", "contact", contact);
    visit.post("/sign-in/code", "code", SignIn.code(contact));
    assertThat(db.sql("select how from privacy.leaving where account_id = :id").param("id", person.value()).query(String.class).single()).isEqualTo("undone");
    TestClock.one().goAhead(Duration.ofDays(30));
    leavings.carryOut();
    assertThat(db.sql("select name from accounts.account where id = :id").param("id", person.value()).query(String.class).single()).isEqualTo("Meriem");
  }

  @Test
  void theOnlyAdministratorCannotLeave() {
    db.sql("update accounts.account set administrator = false").update();
    AccountId only = SignIn.administrator("Selma");
    assertThat(leavings.ask(only)).isEmpty();
    assertThat(Visit.as(port, only).post("/me/leaving").status()).isEqualTo(422);
    SignIn.administrator("Nadir");
    assertThat(leavings.ask(only)).isPresent();
  }

  /** Everything that takes a text: by the faces and pages where they ask little, else as they write it. */
  private void live(AccountId person, AccountId coordinator, AccountId supervisor) {
    long id = person.value();
    run("""
        insert into volunteers.volunteer (account_id, code, birth_year, audience, wilaya_code, commune_code, about, sex, education)
        values (:id, '770001', 2000, 'student', '19', '1901', :w || '-about', 'F', 'higher')""", id);
    OrganizationId organization = new OrganizationId(db.sql("""
        insert into organizations.organization (kind, name_ar, name_fr, name_key, scope, wilaya_code, commune_code, state, verified_at)
        values ('association', 'جمعية الأرز', 'Association El Arz', 'جمعيه الارز', 'wilaya', '19', '1901', 'verified', now()) returning id""").query(Long.class).single());
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:o, :a, 'owner')").param("o", organization.value()).param("a", coordinator.value()).update();
    Office.give(supervisor, "19");
    long opportunity = db.sql("""
        insert into opportunities.opportunity (organization_id, title, field_code, wilaya_code, commune_code, grace_minutes, state, published_at, answer)
        values (:o, 'تشجير', 'ENV', '19', '1901', 30, 'published', now(), 'by-hand') returning id""".replace("'by-hand'", "'" + answer() + "'"))
        .param("o", organization.value()).query(Long.class).single();
    Visit visit = Visit.as(port, person);

    Application applied = participation.apply(person, shift(opportunity, Instant.now().plus(5, ChronoUnit.DAYS)), new Wish(null, WORD + "-note", false));
    assertThat(applied).isNotInstanceOf(Application.Refused.class);
    ShiftId past = shift(opportunity, eight());
    attend(past, id, coordinator);
    ledger.propose(past, null);
    long claim = db.sql("select id from hours.claim where shift_id = :s").param("s", past.value()).query(Long.class).single();
    ledger.confirm(organization, List.of(new ClaimId(claim)), coordinator, null);
    run("update hours.claim set reason = :w || '-claim', title = :w || '-title' where volunteer_id = :id", id);
    Visit.Answer contest = visit.postFile("/contests", "file", WORD + ".pdf", "application/pdf", PDF, "claim", Long.toString(claim), "ground", "other", "words", WORD + "-contest " + NAME);
    assertThat(contest.status()).as(contest.body()).isEqualTo(303);
    Visit.Answer declared = visit.postFile("/declarations", "document", WORD + ".pdf", "application/pdf", PDF, "kind", "direct", "title", WORD + "-declared", "forWhom", WORD + "-for",
        "first", LocalDate.now().minusDays(20).toString(), "last", "", "from", "08:00", "to", "12:00", "activity", "ENV-01", "wilaya", "19", "commune", "1901", "organization", "",
        "reason", "", "witness", "", "contact", "", "free", "true");
    assertThat(declared.status()).as(declared.body()).isEqualTo(303);
    run("update declarations.declaration set witness_name = :w || '-witness', reason_words = :w where volunteer_id = :id", id);
    assertThat(visit.post("/me/data/requests", "kind", "see", "words", WORD + "-request").status()).isEqualTo(303);
    new Visit(port).post("/sign-in", "contact", PHONE);

    run("update attendance.deed set reason = :w || '-deed' where volunteer_id = :id", id);
    run("insert into attendance.review (key, reason) select key, :w || '-review' from attendance.deed where volunteer_id = :id limit 1", id);
    run("insert into accounts.passkey (credential_id, account_id, public_key, signature_count, uv_initialized, backup_eligible, backup_state, label) values ('\\x01', :id, '\\x02', 0, true, false, false, :w)", id);
    run("insert into accounts.passkey_handle (handle, account_id) values ('\\x77', :id)", id);
    run("update accounts.session set device = :w where account_id = :id", id);
    run("insert into codes.pass (account_id, public_key, name, session_id, made_at, expires_at) values (:id, decode(repeat('ab', 64), 'hex'), :n, gen_random_uuid(), now(), now() + interval '1 day')", id);
    run("insert into volunteers.guardian_consent (volunteer_id, purpose, guardian_name, guardian_contact, given_at) values (:id, 'take-part', :w || '-guardian', 'g@example.dz', now())", id);
    run("insert into organizations.takeover (organization_id, account_id, receipt_number, words, asked_at) values (" + organization + ", :id, '12', :w || '-takeover', now())", id);
    run("insert into organizations.invitation (organization_id, contact, role, invited_by, invited_at, ends_at) values (" + organization + ", :e, 'reader', " + coordinator + ", now(), now() + interval '9 days')", id);
    run("insert into organizations.draft (account_id, typed, files, changed_at) values (:id, jsonb_build_object('about', jsonb_build_array(:w || '-draft')), '{}', now())", id);
    run("insert into messages.conversation (organization_id, opportunity_id, volunteer_id, words, opened_at, last_at) values (" + organization + ", " + opportunity
        + ", :id, to_tsvector('simple', :w || ' ' || :n), now(), now())", id);
    run("insert into messages.message (conversation_id, side, author_id, words, at, key) select id, 'volunteer', :id, :w || '-message', now(), gen_random_uuid() from messages.conversation where volunteer_id = :id", id);
    run("insert into integrity.doubt (about, subject_id, state) values ('volunteer', :id, 'asked')", id);
    run("insert into integrity.question (doubt_id, side, asked_of, words, asked_by, answer, answered_by, answered_at) select id, 'volunteer', :id, :w || '-asked', " + supervisor + ", :w || '-said', :id, now() from integrity.doubt where subject_id = :id", id);
    institutions(id, coordinator);
    operation(id, "draft", ":w || '-operation'");
    operation(id, "withdrawn", ":w || '-taken-back'");
    operation(id, "published", "'Plantation du quartier'");
    run("insert into archive.press (operation_id, ordinal, url) select id, 1, 'https://example.dz/' || :w from archive.operation where entered_by = :id and state = 'draft'", id);
    run("insert into releases.release (name, first_day, last_day) values ('2001Q1', '2001-01-01', '2001-03-31') on conflict do nothing", id);
    run("insert into releases.person (release, volunteer_id, adult, adult_before, sex, band, education, status, residence, first_day) "
        + "values ('2001Q1', :id, true, true, 'F', '15-24', 'higher', 'student', '19', '2001-01-02')", id);
    run("insert into certificates.certificate (number, kind, facts, volunteer_id, name, minutes, gone, lines, people, issued_at) select 'BK00000001', 'book', decode(repeat('00', 32), 'hex'), :id, :n, '{0,0,0,0,0}', '{0,0,0,0,0}', 0, 1, now()", id);
    run("insert into certificates.certificate (number, kind, facts, minutes, gone, lines, people, issued_at) select 'ST00000001', 'list', decode(repeat('11', 32), 'hex'), '{0,0,0,0,0}', '{0,0,0,0,0}', 0, 1, now()", id);
    run("insert into certificates.listed (certificate_id, place, volunteer_id, name, minutes) select id, 1, :id, :n, '{0,0,0,0,0}' from certificates.certificate where number = 'ST00000001'", id);
    run("insert into kits.kit (shift_id, leader_id, kind, public_key, phone, taken_at) values (" + past + ", " + coordinator + ", 'phone', decode(repeat('cd', 64), 'hex'), 'A phone', now())", id);
    run("insert into kits.delivery (key, kit_id, sequence, kind, line, device_at, outcome, received_at) select 'walk-in-0001', id, 1, 'walk-in', jsonb_build_object('v', :id, 'who', jsonb_build_object('name', :n, 'contact', '0770918273')), now(), 'done', now() from kits.kit", id);
    db.sql("insert into notices.notice (account_id, kind, title, body, language, made_at) values (:a, 'application', 'x', :body, 'fr', now())").param("a", coordinator.value())
        .param("body", "Demande de \u2068" + NAME + "\u2069").update();
  }

  /** A past operation that the person told and led. */
  private void operation(long id, String state, String title) {
    run("insert into archive.operation (title, about, first_day, last_day, precision, wilaya_code, led_by, led_shown, reason_words, people, source, state, state_since, entered_by, made_at, changed_at) "
        + "values (" + title + ", " + (state.equals("published") ? "null" : ":w || '-about'") + ", '2020-05-05', '2020-05-05', 'day', '19', :n, true, "
        + (state.equals("published") ? "null" : ":w || '-refused'") + ", 5, 'form', '" + state + "', now(), :id, now(), now())", id);
  }

  /** A partner's programme, training and benefit, with what the person wrote there. */
  private void institutions(long id, AccountId by) {
    run("insert into partnerships.partner (id, kind, name_ar, name_key, wilaya_code, made_at, made_by) values (900, 'university', 'جامعة', 'جامعه', '19', now(), " + by + ")", id);
    run("insert into partnerships.invitation (partner_id, contact, role, token_hash, invited_by, invited_at, ends_at) values (900, :e, 'manager', '\\x09', " + by + ", now(), now() + interval '9 days')", id);
    run("insert into programmes.programme (id, partner_id, name_ar, goal, from_day, to_day, join_code, made_at, made_by) values (900, 900, 'برنامج', '{}', current_date, current_date + 90, 'ABCDEFGH', now(), " + by + ")", id);
    run("insert into programmes.invitation (programme_id, contact, reference, invited_at) values (900, :e, :w, now())", id);
    run("insert into programmes.membership (id, programme_id, volunteer_id, reference, joined_at) values (900, 900, :id, :w || '-matricule', now())", id);
    run("insert into programmes.correction (membership_id, side, kind, words, opened_at, opened_by, due_at) select 900, 'member', '" + choice("programmes.correction", "kind") + "', :w || '-correction', now(), :id, now()", id);
    run("insert into trainings.training (id, partner_id, name_ar, name_fr, name_en, about_ar, search_words, field_code, minutes, state, state_since, made_at, made_by) "
        + "values (900, 900, 'تكوين', 'Formation', 'Training', 'نص طويل للتكوين', '', 'ENV', 60, 'open', now(), now(), " + by + ")", id);
    run("insert into trainings.session (id, training_id, starts_at, ends_at, remote, address, link, trainer, capacity, state) "
        + "values (900, 900, now(), now() + interval '1 hour', true, '', '', 'A trainer', 5, 'open')", id);
    run("insert into trainings.registration (id, session_id, training_id, volunteer_id, state, digits, registered_at, state_since) values (900, 900, 900, :id, 'registered', '123456', now(), now())", id);
    run("insert into trainings.completion (registration_id, training_id, volunteer_id, source, completed_on, given_at, given_by, revoked_at, revoked_by, reason) "
        + "values (900, 900, :id, 'code', current_date, now(), " + by + ", now(), " + by + ", :w || '-revoked')", id);
    run("insert into rewards.benefit (id, partner_id, state, way, symbol, name_ar, name_fr, name_en, about_ar, about_fr, about_en, quota, take_from, take_until, use_until, rule_version, made_at, made_by) "
        + "values (900, 900, 'draft', '" + choice("rewards.benefit", "way") + "', 'gift', 'مزية', 'Avantage', 'Benefit', 'نص', 'texte', 'text', 5, current_date, current_date, current_date, 1, now(), " + by + ")", id);
    run("insert into rewards.appeal (kind, benefit_id, volunteer_id, reason, words, opened_at) values ('refusal', 900, :id, 'hours', :w || '-appeal', now())", id);
  }

  private void run(String sql, long id) {
    db.sql(sql).param("id", id).param("w", WORD).param("n", NAME).param("e", EMAIL).update();
  }

  /** The first value that a check constraint allows. */
  private String choice(String table, String column) {
    return db.sql("""
        select substring(pg_get_constraintdef(k.oid) from '''([a-z-]+)''')
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
        where k.conrelid = cast(:table as regclass) and k.contype = 'c' and a.attname = :column limit 1""").param("table", table).param("column", column).query(String.class).single();
  }

  private String answer() {
    return choice("opportunities.opportunity", "answer");
  }

  private ShiftId shift(long opportunity, Instant from) {
    return new ShiftId(db.sql("insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity) values (:o, :from, :to, 50) returning id").param("o", opportunity)
        .param("from", Timestamp.from(from)).param("to", Timestamp.from(from.plus(Duration.ofHours(4)))).query(Long.class).single());
  }

  private static Instant eight() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(2, ChronoUnit.DAYS).plus(7, ChronoUnit.HOURS);
  }

  private void attend(ShiftId shift, long person, AccountId by) {
    long application = db.sql("insert into participation.application (shift_id, volunteer_id, state, reason_words) values (:s, :p, 'accepted', :w) returning id").param("s", shift.value())
        .param("p", person).param("w", WORD + "-accepted").query(Long.class).single();
    db.sql("""
        insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, checked_out_at, checked_out_by, grade, closed_at)
        values (:s, :p, :a, :in, :by, :out, :by, 'B', :out)""").param("s", shift.value()).param("p", person).param("a", application).param("in", Timestamp.from(eight()))
        .param("out", Timestamp.from(eight().plus(Duration.ofHours(2)))).param("by", by.value()).update();
    db.sql("insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account, made_at) values ('erasing-check-in', :s, :p, 'check-in', :in, :by, :in)")
        .param("s", shift.value()).param("p", person).param("in", Timestamp.from(eight())).param("by", by.value()).update();
  }

  /** Tables that hold a planted word anywhere: in text, JSON, lists, or bytes. */
  private Set<String> remains() {
    List<String> patterns = new ArrayList<>();
    for (String word : List.of("zzqanary", "qwxfamily", "770918273")) {
      patterns.add("%" + word + "%");
      patterns.add("%" + HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)) + "%");
    }
    Set<String> found = new TreeSet<>();
    for (String table : db.sql("""
        select n.nspname || '.' || quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm') and n.nspname !~ '^pg_|information_schema'""").query(String.class).list()) {
      boolean there = db.sql("select exists (select from " + table + " t where lower(t::text) like any(:patterns))").param("patterns", patterns.toArray(String[]::new)).query(Boolean.class).single();
      if (there) found.add(table);
    }
    return found;
  }

  private List<Path> inFiles() throws IOException {
    try (Stream<Path> all = java.nio.file.Files.walk(folder)) {
      return all.filter(java.nio.file.Files::isRegularFile).filter(ErasingTests::holdsAWord).toList();
    }
  }

  private static boolean holdsAWord(Path file) {
    try {
      return file.toString().contains("zzqanary") || new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(WORD);
    } catch (IOException gone) {
      return false;
    }
  }

  private long counted() {
    return db.sql("select coalesce(sum(minutes), 0) from hours.entry").query(Long.class).single();
  }

  /** Waits until the rooms that hear of a closed account later have heard. */
  private void heard() {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end && db.sql("select exists (select from public.event_publication where completion_date is null)").query(Boolean.class).single()) {
      Thread.onSpinWait();
    }
  }
}
