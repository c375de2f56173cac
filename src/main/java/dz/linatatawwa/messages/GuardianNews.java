package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.volunteers.Guardian;
import dz.linatatawwa.volunteers.Guardians;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Guardians hear that an organisation writes to their child, at most once a day of each, and read all of it on their own page. */
@Component
class GuardianNews {

  private final JdbcClient db;
  private final Guardians guardians;
  private final Accounts accounts;
  private final Notices notices;
  private final Clock clock;

  GuardianNews(JdbcClient db, Guardians guardians, Accounts accounts, Notices notices, Clock clock) {
    this.db = db;
    this.guardians = guardians;
    this.accounts = accounts;
    this.notices = notices;
    this.clock = clock;
  }

  /** Tells the guardians of those of these people who are minors. */
  void written(Collection<AccountId> people, OrganizationId by, LocalName name) {
    Long[] ids = people.stream().map(AccountId::value).toArray(Long[]::new);
    List<Long> young = db.sql("select p.id from unnest(cast(:people as bigint[])) p(id) where messages.young(p.id, :now) order by p.id").param("people", ids)
        .param("now", Sql.at(clock.instant())).query((row, n) -> row.getLong("id")).list();
    young.forEach(minor -> tell(new AccountId(minor), by, name));
  }

  void written(AccountId person, OrganizationId by, LocalName name) {
    written(List.of(person), by, name);
  }

  private void tell(AccountId minor, OrganizationId by, LocalName name) {
    String child = accounts.names(List.of(minor)).getOrDefault(minor, "");
    for (Guardian guardian : guardians.of(minor)) {
      Contact contact = guardian.contact();
      if (contact == null || guardian.stopped() || !firstToday(guardian, by)) continue;
      notices.sendWithLink(contact, guardian.language(), "guardian-message", "messages.notice.guardian.title", "messages.notice.guardian.body", "/guardian/again",
          guardian.name(), child, name);
    }
  }

  private boolean firstToday(Guardian guardian, OrganizationId by) {
    return db.sql("""
        insert into messages.guardian_told as t (guardian_id, organization_id, told_on) values (:guardian, :organization, :today)
        on conflict (guardian_id, organization_id) do update set told_on = excluded.told_on where t.told_on < excluded.told_on
        """).param("guardian", guardian.id()).param("organization", by.value()).param("today", Date.valueOf(LocalDate.now(clock.withZone(Words.ZONE)))).update() == 1;
  }
}
