package dz.linatatawwa.notices;

/** Addresses as somebody sees them who needs to tell them apart, not to write to them. */
final class Masks {

  private Masks() {}

  /** {@code k•••@example.dz}, {@code +213 5•••••78}, {@code #7} for a browser. */
  static String address(String channel, String address) {
    if (channel.equals("push")) return "#" + address;
    int at = address.indexOf('@');
    if (at > 0) return address.charAt(0) + "•••" + address.substring(at);
    if (address.length() < 8) return "•••";
    return address.substring(0, 4) + " " + address.charAt(4) + "•••••" + address.substring(address.length() - 2);
  }
}
