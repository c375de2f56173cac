package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.certificates.CountedLines.Standing;
import dz.linatatawwa.hours.Grade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import dz.linatatawwa.volunteers.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a certificate will say from the lines of the ledger that stand. Inside the caller's transaction: until it ends, nobody takes hours
 *  of these people back. */
@Component
class CertificateDrafts {

  private static final Set<Grade> ALL = Set.copyOf(Arrays.asList(Grade.values()));

  private final CountedLines lines;
  private final Accounts accounts;
  private final Volunteers volunteers;
  private final CertificateSubjects subjects;

  CertificateDrafts(CountedLines lines, Accounts accounts, Volunteers volunteers, CertificateSubjects subjects) {
    this.lines = lines;
    this.accounts = accounts;
    this.volunteers = volunteers;
    this.subjects = subjects;
  }

  /** What a certificate about one person will say. */
  Draft one(AccountId person, Asked asked, @Nullable AccountId by) {
    List<AccountId> people = List.of(person);
    lines.hold(people);
    List<Standing> standing = lines.standing(people, asked.scope(), asked.span(), ALL);
    return new Draft(asked.kind(), person, name(accounts.names(people), person), !volunteers.minors(people).isEmpty(), asked.scope(),
        subjects.of(asked.scope()), asked.span(), first(standing), last(standing), sum(standing), entries(standing), List.of(), by);
  }

  /** What a list will say. */
  Draft list(Sealing asked) {
    lines.hold(asked.people());
    List<Standing> standing = lines.standing(asked.people(), asked.scope(), asked.span(), asked.grades());
    Map<Long, List<Standing>> byPerson = standing.stream().collect(Collectors.groupingBy(Standing::person));
    Map<AccountId, String> names = accounts.names(asked.people());
    List<Listed> listed = new ArrayList<>();
    for (AccountId person : asked.people()) {
      listed.add(new Listed(listed.size() + 1, person, name(names, person), sum(byPerson.getOrDefault(person.value(), List.of()))));
    }
    return new Draft(Kind.LIST, null, null, false, asked.scope(), asked.subject(), asked.span(), first(standing), last(standing), sum(standing),
        entries(standing), listed, asked.by());
  }

  private static String name(Map<AccountId, String> names, AccountId person) {
    String name = names.getOrDefault(person, "—");
    return name.length() <= 160 ? name : name.substring(0, 160);
  }

  private static Graded sum(List<Standing> standing) {
    Map<Grade, Long> minutes = new EnumMap<>(Grade.class);
    standing.forEach(line -> minutes.merge(line.grade(), (long) line.minutes(), Long::sum));
    return Graded.of(minutes);
  }

  private static @Nullable LocalDate first(List<Standing> standing) {
    return standing.stream().map(Standing::day).min(LocalDate::compareTo).orElse(null);
  }

  private static @Nullable LocalDate last(List<Standing> standing) {
    return standing.stream().map(Standing::day).max(LocalDate::compareTo).orElse(null);
  }

  private static List<Long> entries(List<Standing> standing) {
    return standing.stream().map(Standing::entry).sorted().toList();
  }
}
