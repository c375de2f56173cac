package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileAccess;
import dz.linatatawwa.files.FileKind;
import dz.linatatawwa.files.StoredFile;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The annexes of agreements, and who may read an agreement: owners and managers of its partners, and who looks after one of them. */
@Component
public class Annexes implements FileAccess {

  /** The purpose under which {@code files} keeps them. */
  public static final String PURPOSE = "agreement-annex";

  private final AgreementTable agreements;
  private final VersionTable versions;
  private final Partners partners;
  private final Oversight oversight;

  Annexes(AgreementTable agreements, VersionTable versions, Partners partners, Oversight oversight) {
    this.agreements = agreements;
    this.versions = versions;
    this.partners = partners;
    this.oversight = oversight;
  }

  /** Whether this person may read an agreement: its text, who signs, its annexes. */
  public boolean mayRead(AccountId person, AgreementId id) {
    Set<PartnerId> parties = agreements.parties(id);
    return parties.stream().anyMatch(party -> partners.mayActFor(person, party, PartnerRole.MANAGER)) || mayWrite(person, id);
  }

  /** Whether this person may write an agreement: who looks after the partner under whose name it is kept. */
  public boolean mayWrite(AccountId person, AgreementId id) {
    return agreements.find(id, partners.today()).flatMap(found -> partners.find(found.partner())).filter(partner -> oversight.oversees(person, partner)).isPresent();
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public Set<FileKind> accepts() {
    return EnumSet.of(FileKind.PDF, FileKind.JPEG, FileKind.PNG);
  }

  @Override
  public boolean leavesWithOwner() {
    return false;
  }

  @Override
  public boolean maySee(@Nullable AccountId person, StoredFile file) {
    return person != null && Optional.of(file.id()).flatMap(versions::ofAnnex).filter(agreement -> mayRead(person, agreement)).isPresent();
  }
}
