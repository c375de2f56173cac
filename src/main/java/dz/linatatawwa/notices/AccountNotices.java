package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountClosing;
import dz.linatatawwa.accounts.CameInElsewhere;
import dz.linatatawwa.accounts.CodeIssued;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.ContactChanged;
import dz.linatatawwa.accounts.ContactReleased;
import dz.linatatawwa.accounts.PasskeyChanged;
import dz.linatatawwa.accounts.SecondStepChanged;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the room of accounts wants told: codes, changed contacts; and forgetting who left. */
@Component
class AccountNotices {

  private final Notices notices;
  private final NoticeTable table;

  AccountNotices(Notices notices, NoticeTable table) {
    this.notices = notices;
    this.table = table;
  }

  /** The last line of the SMS is for the phone, which offers to fill in the code on our own pages only. */
  @EventListener
  void carry(CodeIssued issued) {
    boolean sms = issued.contact() instanceof Contact.Phone;
    notices.send(issued.contact(), issued.language(), Sending.CODE, "notices.code.title", sms ? "notices.code.sms" : "notices.code.email",
        new Plain(issued.code()), new Plain(issued.domain()));
  }

  @EventListener
  void tell(ContactChanged changed) {
    String body = changed.after() instanceof Contact.Email ? "notices.contactChanged.email" : "notices.contactChanged.phone";
    for (Contact before : changed.before()) notices.sendWithLink(before, changed.language(), "contact-changed", "notices.contactChanged.title", body, changed.undo());
    notices.tell(changed.account(), "contact-changed", "notices.contactChanged.title", "notices.contactChanged.here", "/contact", null);
  }

  @EventListener
  void tell(ContactReleased released) {
    Contact left = released.left();
    String body = released.gone() instanceof Contact.Email ? "notices.contactReleased.email" : "notices.contactReleased.phone";
    if (left != null) notices.send(left, released.language(), "contact-released", "notices.contactReleased.title", body);
    notices.leave(released.account(), "contact-released", "notices.contactReleased.title", body, "/contact", null);
  }

  /** In the inbox always; besides only where it costs nothing. */
  @EventListener
  void tell(CameInElsewhere came) {
    Contact told = came.told();
    InWords device = words -> came.device().isEmpty() ? words.text("notices.newDevice.unknown") : came.device();
    if (told != null) notices.sendWithLink(told, came.language(), "new-device", "notices.newDevice.title", "notices.newDevice.text", "/sessions", device);
    notices.leave(came.account(), "new-device", "notices.newDevice.title", "notices.newDevice.text", "/sessions", null, device);
  }

  @EventListener
  void tell(PasskeyChanged changed) {
    notices.tell(changed.account(), "passkey-changed", "notices.secondStep.title", changed.added() ? "notices.passkey.added" : "notices.passkey.removed", "/passkeys", null);
  }

  /** While the name is still known: it goes out of what others were told too. */
  @EventListener
  void forget(AccountClosing closing) {
    table.eraseLetters(Stream.of(closing.email(), closing.phone()).filter(Objects::nonNull).toList());
    table.eraseName(closing.name());
  }

  @EventListener
  void tell(SecondStepChanged changed) {
    notices.tell(changed.account(), "second-step-changed", "notices.secondStep.title", changed.added() ? "notices.secondStep.added" : "notices.secondStep.removed",
        "/authenticator", null);
  }

  @EventListener
  void forget(AccountClosed closed) {
    table.erase(closed.account());
  }

  /** A code as it is, without marks of direction around it: phones read it letter by letter. */
  private record Plain(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
