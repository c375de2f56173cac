package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.HoursReversed;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Certificates, books and lists of hours: made once for the same facts, signed, looked up by their number, and honest about what happened since. */
@Service
public class Certificates {

  private static final int TRIES = 3;

  private final CertificateTable table;
  private final CountedLines lines;
  private final CertificateDrafts drafting;
  private final CertificateSeal seal;
  private final CertificateCredentials credentials;
  private final Volunteers volunteers;
  private final Notices notices;
  private final Clock clock;

  Certificates(CertificateTable table, CountedLines lines, CertificateDrafts drafting, CertificateSeal seal,
      CertificateCredentials credentials, Volunteers volunteers, Notices notices, Clock clock) {
    this.table = table;
    this.lines = lines;
    this.drafting = drafting;
    this.seal = seal;
    this.credentials = credentials;
    this.volunteers = volunteers;
    this.notices = notices;
    this.clock = clock;
  }

  /** Certifies what stands of a person's hours now; the same facts have the same number, whoever asks and however often. A book may be empty, one
   *  page about no hours is not made.
   *  @param by who asks: the person, or who runs the organisation; the caller has checked
   *  @throws NotFound for whoever is no volunteer */
  @Transactional
  public Issued issue(AccountId person, Asked asked, @Nullable AccountId by) {
    if (volunteers.find(person).isEmpty()) throw new NotFound("volunteer " + person);
    Draft draft = drafting.one(person, asked, by);
    return draft.entries().isEmpty() && draft.kind() == Kind.HOURS ? new Issued.NoHours() : keep(draft);
  }

  /** Seals what stands of several people's hours now: a number, a signature over the sums and over the rows, and a paper. People without hours are
   *  listed with none. The same facts have the same number. */
  @Transactional
  public Certificate sealed(Sealing asked) {
    return keep(drafting.list(asked)).certificate();
  }

  private Issued.Done keep(Draft draft) {
    byte[] facts = draft.facts();
    for (int i = 0; i < TRIES; i++) {
      Optional<Certificate> same = table.same(facts);
      if (same.isPresent()) return new Issued.Done(same.get(), false);
      Instant now = clock.instant();
      CertificateNumber number = CertificateNumber.random();
      Optional<Long> made = table.insert(draft, number, seal.sign(key -> sealed(draft, number, key, now)), now);
      if (made.isEmpty()) continue;
      lines.cover(made.get(), draft.entries());
      if (draft.kind() == Kind.LIST) table.list(made.get(), draft.listed());
      Certificate kept = table.find(number).orElseThrow();
      credentials.issue(kept);
      return new Issued.Done(kept, true);
    }
    throw new IllegalStateException("a certificate is made and gone again, " + TRIES + " times");
  }

  private static SealedFacts sealed(Draft draft, CertificateNumber number, int key, Instant now) {
    Certificate sealed = new Certificate(0, number, draft.kind(), draft.person(), draft.name(), draft.minor(), draft.scope(), draft.subject(), draft.asked(),
        draft.first(), draft.last(), draft.minutes(), Graded.NONE, draft.entries().size(), draft.people(), now, null, null);
    return new SealedFacts(key, number, draft.kind(), now.atZone(Words.ZONE).toLocalDate(), sealed.from(), sealed.to(), draft.minutes(), draft.people(),
        draft.name() == null ? "" : draft.name(), draft.subject() == null ? "" : draft.subject().in(Language.AR), draft.rowsHash());
  }

  /** The certificate of this number, if there is one. */
  public Optional<Certificate> find(CertificateNumber number) {
    return table.find(number);
  }

  /** A person's own certificate.
   *  @throws NotFound for everybody else's */
  public Certificate own(AccountId person, CertificateNumber number) {
    return table.find(number).filter(found -> person.equals(found.person())).orElseThrow(() -> new NotFound("certificate " + number + " of " + person));
  }

  /** A person's certificates, the newest first, twenty a page. */
  public Slice<Certificate> of(AccountId person, int page) {
    return table.of(person, page);
  }

  /** What of a person's hours a certificate may be about. */
  public List<Choice> choices(AccountId person) {
    return lines.choices(person);
  }

  /** The people of a list, in its order. */
  public List<Listed> listed(Certificate list) {
    return table.listed(list.id());
  }

  /** Its owner takes it back: whoever asks for its number is told so.
   *  @return false when it was taken back before
   *  @throws NotFound for everybody else */
  @Transactional
  public boolean withdraw(AccountId person, CertificateNumber number) {
    Certificate own = own(person, number);
    if (!table.withdraw(person, number, clock.instant())) return false;
    credentials.takenBack(own);
    return true;
  }

  /** What counted these hours says so from now on, and its owner is told. */
  @EventListener
  void changed(HoursReversed reversed) {
    for (Certificate changed : table.changed(reversed.claim(), clock.instant())) {
      AccountId person = changed.person();
      if (person == null) continue;
      credentials.changed(changed);
      notices.tell(person, "certificate-changed", "certificates.notice.changed.title", "certificates.notice.changed.body", "/certificates",
          "certificate-changed:" + changed.number() + ":" + reversed.claim(), changed.number().shown());
    }
  }

  @EventListener
  void left(AccountClosed closed) {
    table.forget(closed.account());
  }
}
