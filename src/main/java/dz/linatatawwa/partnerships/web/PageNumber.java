package dz.linatatawwa.partnerships.web;

/** The number of a page in an address: whatever is no number between 1 and 10,000 is the first. */
final class PageNumber {

  private PageNumber() {}

  static int of(String typed) {
    return typed.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed) : 1;
  }
}
