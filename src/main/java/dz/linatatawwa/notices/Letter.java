package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notice on its way to one address.
 *  @param id      of the delivery
 *  @param channel email, sms or push
 *  @param tries   how often it was tried, this time included
 *  @param to      null: a contact without an account
 *  @param urgent  no ceiling holds it
 *  @param bulk    one of very many */
record Letter(long id, String channel, String address, int tries, @Nullable AccountId to, String kind, String title, String body, @Nullable String link,
    Language language, Instant madeAt, boolean urgent, boolean bulk) {

  boolean isCode() {
    return kind.equals(Sending.CODE);
  }

  boolean is(String wanted) {
    return channel.equals(wanted);
  }

  /** Without the marks that keep directions apart on a page: mail programs and phones show them as boxes. */
  static String plain(String text) {
    return text.replaceAll("[\u2066-\u2069]", "");
  }
}
