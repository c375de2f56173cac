package dz.linatatawwa.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/** Where a request comes from, as far as doors must know it.
 *  @param network the address, of IPv6 only its first 64 bits: what is counted
 *  @param place   the front part of the network only: what is kept and shown
 *  @param device  browser and system in short, e.g. {@code Firefox, Android} */
public record Origin(String network, String place, String device) {

  private static final Map<String, String> BROWSERS = ordered("Edg", "Edge", "OPR", "Opera", "SamsungBrowser", "Samsung Internet",
      "FBAN", "Facebook", "FBAV", "Facebook", "FxiOS", "Firefox", "Firefox", "Firefox", "CriOS", "Chrome", "Chrome", "Chrome", "Safari", "Safari");
  private static final Map<String, String> SYSTEMS = ordered("Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows",
      "Macintosh", "macOS", "CrOS", "ChromeOS", "Linux", "Linux");

  public static Origin of(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    String address = request.getRemoteAddr() == null ? "" : request.getRemoteAddr();
    return new Origin(network(address), place(address), agent == null ? "" : device(agent));
  }

  static String network(String address) {
    byte[] v6 = v6(address);
    if (v6.length == 0) return address;
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < 8; i += 2) prefix.append("%02x%02x:".formatted(v6[i], v6[i + 1]));
    return prefix + ":/64";
  }

  private static String place(String address) {
    byte[] v6 = v6(address);
    if (v6.length > 0) return "%02x%02x:%02x%02x:…".formatted(v6[0], v6[1], v6[2], v6[3]);
    int second = address.indexOf('.', address.indexOf('.') + 1);
    return second > 0 ? address.substring(0, second) + ".…" : "";
  }

  private static byte[] v6(String address) {
    if (address.indexOf(':') < 0) return new byte[0];
    try {
      return InetAddress.getByName(address) instanceof Inet6Address six ? six.getAddress() : new byte[0];
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }

  private static String device(String agent) {
    String browser = first(BROWSERS, agent);
    String system = first(SYSTEMS, agent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
  }

  private static String first(Map<String, String> names, String agent) {
    return names.entrySet().stream().filter(name -> agent.contains(name.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
  }

  private static Map<String, String> ordered(String... signsAndNames) {
    Map<String, String> names = new java.util.LinkedHashMap<>();
    for (int i = 0; i < signsAndNames.length; i += 2) names.put(signsAndNames[i], signsAndNames[i + 1]);
    return names;
  }
}
