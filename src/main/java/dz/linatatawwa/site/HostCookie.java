package dz.linatatawwa.site;

import jakarta.servlet.http.HttpServletRequest;

/** Names of cookies: over https bound to this very host ({@code __Host-}), so that no neighbour under the same domain writes one for us. */
public final class HostCookie {

  private HostCookie() {}

  /** @param plain the name over plain http */
  public static String name(HttpServletRequest request, String plain) {
    return request.isSecure() ? "__Host-" + plain : plain;
  }
}
