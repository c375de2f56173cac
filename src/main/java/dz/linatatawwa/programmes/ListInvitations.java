package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A list that the institution brings: e-mail, phone or a volunteer's code in each line, and beside it a number and a cohort. Everybody on it is invited;
 *  who has an account and who has not looks the same to the institution. */
@Component
public class ListInvitations {

  /** Lines of one list, at most. */
  public static final int MOST = 5_000;

  private static final int WRONG_SHOWN = 20;

  /** What became of a list.
   *  @param invited how many were invited now
   *  @param already how many had been before
   *  @param wrong   lines that could not be read, as they were, the first twenty
   *  @param wrongs  how many there are */
  public record Read(int invited, int already, List<String> wrong, int wrongs) {

    public Read {
      wrong = List.copyOf(wrong);
    }
  }

  private record Line(@Nullable Contact contact, @Nullable AccountId account, @Nullable String reference, String cohort) {}

  private final MembershipTable table;
  private final ProgrammeTable programmes;
  private final Partners partners;
  private final Volunteers volunteers;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  ListInvitations(MembershipTable table, ProgrammeTable programmes, Partners partners, Volunteers volunteers, Accounts accounts, Notices notices, Audit audit,
      Clock clock) {
    this.table = table;
    this.programmes = programmes;
    this.partners = partners;
    this.volunteers = volunteers;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Invites everybody on a list: who, number, cohort; between them a comma, a semicolon or a tab.
   *  @param links where links of ours begin: {@code https://…} */
  @Transactional
  public Read invite(AccountId by, Programme programme, String text, Language language, String links) {
    int invited = 0;
    int already = 0;
    List<String> wrong = new ArrayList<>();
    for (String raw : text.split("\r?\n", MOST + 1)) {
      if (raw.isBlank()) continue;
      Optional<Line> line = read(raw);
      if (line.isEmpty()) wrong.add(Typed.line(raw));
      else if (invite(programme, line.get(), language, links)) invited++;
      else already++;
    }
    audit.note(by, "programme.invited", "programme", programme.id().toString(), null, Map.of("people", invited));
    return new Read(invited, already, wrong.subList(0, Math.min(WRONG_SHOWN, wrong.size())), wrong.size());
  }

  private Optional<Line> read(String raw) {
    String[] cells = raw.replace("\uFEFF", "").split("[,;\t]", -1);
    String who = Typed.line(unquoted(cells[0]));
    String reference = cells.length > 1 ? Typed.line(unquoted(cells[1])) : "";
    String cohort = cells.length > 2 ? Typed.line(unquoted(cells[2])) : "";
    if (reference.length() > 60 || cohort.length() > 120) return Optional.empty();
    Optional<Contact> contact = Contact.parse(who);
    if (contact.isPresent()) return Optional.of(new Line(contact.get(), null, orNull(reference), cohort));
    String code = Digits.latin(who);
    if (!code.matches("[0-9]{6,9}")) return Optional.empty();
    return volunteers.byCode(code).map(Volunteer::id).map(account -> new Line(null, account, orNull(reference), cohort));
  }

  private boolean invite(Programme programme, Line line, Language language, String links) {
    Long cohort = line.cohort().isEmpty() ? null : programmes.cohort(programme.id(), line.cohort()).id();
    Contact contact = line.contact();
    boolean first = table.invite(programme.id(), cohort, contact == null ? null : contact.text(), line.account(), line.reference(), clock.instant());
    if (first) tell(programme, Optional.ofNullable(line.account()).or(() -> Optional.ofNullable(contact).flatMap(accounts::findBy)), contact, language, links);
    return first;
  }

  private void tell(Programme programme, Optional<AccountId> account, @Nullable Contact contact, Language language, String links) {
    Partner partner = partners.find(programme.partner()).orElseThrow();
    if (account.isPresent()) {
      notices.tell(account.get(), "programme-invitation", "programmes.notice.invited.title", "programmes.notice.invited.body", "/programmes",
          "programme-invitation:" + programme.id() + ":" + account.get(), partner.names(), programme.names());
    } else if (contact != null) {
      notices.send(contact, language, "programme-invitation", "programmes.notice.invited.title", "programmes.message.invited.body", partner.names(),
          programme.names(), links + "/programmes");
    }
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
