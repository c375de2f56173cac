package dz.linatatawwa.site;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What every template gets: words, who looks, where, and the token of its forms.
 *  @param path   the path asked for, without the query
 *  @param query  the query as sent, without {@code lang}; empty when there is none
 *  @param token  gives what goes into every form as {@code _csrf}; asking for it may begin a session, so only forms ask
 *  @param flash  what the deed before this page has to say, once
 *  @param places what the place picker offers
 *  @param helpLine a telephone number for help; empty when there is none
 *  @param assets addresses of style and script files, with their fingerprint
 *  @param waiting tells how many messages the visitor has not read; asks the database, so only what shows it asks
 *  @param site    the platform's public address, without a slash at its end */
public record Page(
    Words words, Visitor visitor, String path, String query, Supplier<String> token, Optional<Flash> flash, PlaceChoices places, String helpLine, Assets assets,
    IntSupplier waiting, String site) {

  /** Shorthand of the templates. */
  public String text(String key, Object... arguments) {
    return words.text(key, arguments);
  }

  public Language language() {
    return visitor.language();
  }

  public String csrf() {
    return token.get();
  }

  public String asset(String path) {
    return assets.address(path);
  }

  /** An address that also works outside the platform: shared, or read by a search engine. */
  public String absolute(String address) {
    return address.startsWith("/") ? site + address : address;
  }

  /** The one address under which search engines know this page in this language: the one without a language is the Arabic page's. */
  public String canonical(String address) {
    boolean bare = language() == Language.AR || language() == Language.KAB;
    return absolute(address) + (bare ? "" : (address.indexOf('?') < 0 ? "?lang=" : "&lang=") + language().code());
  }

  /** A whole number, grouped as the language groups. */
  public String number(long number) {
    return words.number(number);
  }

  /** Whether a menu item that leads to this path is where we are: the path itself or something below it. */
  public boolean at(String place) {
    return path.equals(place) || (place.length() > 1 && path.startsWith(place + "/"));
  }

  /** This same page in another language. */
  public String in(Language other) {
    return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + other.code();
  }

  /** This same page with one part of the query replaced; an empty value takes it out. The page number starts again. */
  public String with(String name, String value) {
    return path + Query.of(query).without("page").with(name, value);
  }

  /** Whether the address asks for something: {@code list=yes}. */
  public boolean asks(String name, String value) {
    return Query.of(query).parts().contains(name + "=" + value);
  }

  /** This same list, turned to another page. */
  public String turnedTo(int number) {
    return path + Query.of(query).with("page", number == 1 ? "" : Integer.toString(number));
  }
}
