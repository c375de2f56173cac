package dz.linatatawwa.carriers;

import java.util.Map;

/** What a carrier takes: a text, ready for its channel. */
public sealed interface Parcel {

  /** The same each time that the same thing is tried again. */
  long id();

  /** An e-mail: the same in plain text and in HTML.
   *  @param made     seconds since 1970: with the id it makes the Message-ID, so that a letter that comes twice can be seen to be one
   *  @param language a tag, {@code ar-DZ}
   *  @param headers  further ones */
  record Mail(long id, long made, String to, String subject, String text, String html, String language, Map<String, String> headers) implements Parcel {

    public Mail {
      headers = Map.copyOf(headers);
    }
  }

  /** A text message.
   *  @param to     E.164: +213…
   *  @param urgent a code: worth nothing after ten minutes */
  record Sms(long id, String to, String text, boolean urgent) implements Parcel {}

  /** A note on the screen of a browser that asked for it.
   *  @param json what our service worker reads; 3,000 bytes at most */
  record Push(long id, PushAddress to, String json, boolean urgent) implements Parcel {}
}
