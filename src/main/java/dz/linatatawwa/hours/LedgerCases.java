package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import java.time.OffsetDateTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a supervisor sees of a shift whose hours wait, and what they may decide. */
@Component
class LedgerCases {

  static final String CONFIRM = "confirmed";
  static final String REFUSE = "refused";

  private final JdbcClient db;
  private final Organizations organizations;

  LedgerCases(JdbcClient db, Organizations organizations) {
    this.db = db;
    this.organizations = organizations;
  }

  OrganizationId organization(ShiftId shift) {
    return new OrganizationId(db.sql("select organization_id from participation.shift_facts where shift_id = :shift")
        .param("shift", shift.value()).query(Long.class).single());
  }

  /** Members of the organisation and the volunteers themselves belong to the sides. */
  boolean concerns(Matter matter, AccountId person) {
    return organizations.role(person, organization(new ShiftId(matter.subjectId()))).isPresent()
        || db.sql("select exists (select 1 from hours.claim where shift_id = :shift and volunteer_id = :person and state = 'proposed')")
            .param("shift", matter.subjectId()).param("person", person.value()).query(Boolean.class).single();
  }

  MatterCase show(Matter matter, Words words) {
    Summary shift = summary(matter.subjectId());
    List<MatterCase.Fact> facts = new ArrayList<>();
    facts.add(new MatterCase.Fact(words.text("hours.case.organization"), shift.organization.in(words.language())));
    facts.add(new MatterCase.Fact(words.text("hours.case.shift"), words.longDate(shift.from) + " · " + words.times(shift.from, shift.to)));
    facts.add(new MatterCase.Fact(words.text("hours.case.people"), words.number(shift.open)));
    facts.add(new MatterCase.Fact(words.text("hours.case.time"), words.hours(shift.minutes)));
    facts.add(new MatterCase.Fact(words.text("hours.case.longest"), words.hours(shift.longest)));
    List<MatterCase.Warning> warnings = new ArrayList<>();
    if (shift.late > 0) warnings.add(new MatterCase.Warning(words.text("hours.case.late", shift.late), null));
    if (shift.flagged > 0) warnings.add(new MatterCase.Warning(words.text("hours.case.flagged", shift.flagged), null));
    return new MatterCase(shift.title, facts, List.of(), warnings, "/organizations/" + shift.organizationId + "/desk/hours/" + matter.subjectId(),
        choices(words));
  }

  private static List<MatterCase.Choice> choices(Words words) {
    List<MatterCase.Reason> reasons = Arrays.stream(RefusalCode.values())
        .map(code -> new MatterCase.Reason(code.code(), words.text("hours.refusal." + code.code()))).toList();
    return List.of(new MatterCase.Choice(CONFIRM, words.text("hours.case.confirm"), false, List.of(), true),
        new MatterCase.Choice(REFUSE, words.text("hours.case.refuse"), true, reasons, true));
  }

  private Summary summary(long shift) {
    return db.sql("""
        select f.title, f.organization_ar, f.organization_fr, f.organization_id, f.starts_at, f.ends_at,
          count(*) filter (where c.state = 'proposed') as open,
          coalesce(sum(c.minutes) filter (where c.state = 'proposed'), 0) as minutes,
          coalesce(max(c.minutes) filter (where c.state = 'proposed'), 0) as longest,
          count(*) filter (where c.state = 'proposed' and c.needs_second) as late,
          count(*) filter (where c.state = 'proposed' and cardinality(c.flags) > 0) as flagged
        from participation.shift_facts f left join hours.claim c on c.shift_id = f.shift_id
        where f.shift_id = :shift
        group by f.title, f.organization_ar, f.organization_fr, f.organization_id, f.starts_at, f.ends_at""")
        .param("shift", shift)
        .query((row, number) -> new Summary(row.getString("title"), new LocalName(row.getString("organization_ar"), row.getString("organization_fr"), null),
            row.getLong("organization_id"), row.getObject("starts_at", OffsetDateTime.class).toInstant(),
            row.getObject("ends_at", OffsetDateTime.class).toInstant(), row.getInt("open"), row.getLong("minutes"), row.getLong("longest"),
            row.getInt("late"), row.getInt("flagged"))).single();
  }

  private record Summary(String title, LocalName organization, long organizationId, Instant from, Instant to, int open, long minutes, long longest,
      int late, int flagged) {}
}
