package dz.linatatawwa.checkpoints.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.checkpoints.Checkpoints;
import dz.linatatawwa.hours.Receipt;
import dz.linatatawwa.hours.ReceiptSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the receipt of an entry: its place in the ledger's tree, and its proof. */
@Component
class ProofOnReceipt implements ReceiptSection {

  private final Checkpoints checkpoints;
  private final Fragments fragments;

  ProofOnReceipt(Checkpoints checkpoints, Fragments fragments) {
    this.checkpoints = checkpoints;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(AccountId person, Receipt receipt, boolean print, Page page) {
    Long entry = receipt.line().entry();
    if (entry == null) return Optional.empty();
    return Optional.of(fragments.of(page, "checkpoints/proof", "inclusion", checkpoints.inclusion(person, entry), "print", print));
  }
}
