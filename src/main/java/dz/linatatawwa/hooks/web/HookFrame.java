package dz.linatatawwa.hooks.web;

import dz.linatatawwa.hooks.HookId;
import dz.linatatawwa.hooks.HookOwner;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.partnerships.PartnerDesk;
import org.jspecify.annotations.Nullable;

/** The desk on which pages of webhooks stand: an organisation's or a partner's.
 *  @param desk    null: a partner's
 *  @param partner null: an organisation's */
public record HookFrame(HookOwner owner, @Nullable Desk desk, @Nullable PartnerDesk partner) {

  /** The address of these pages, or of one below. */
  public String address(String path) {
    Desk own = desk;
    PartnerDesk theirs = partner;
    if (own != null) return own.address("/hooks" + path);
    if (theirs != null) return theirs.address("/hooks" + path);
    throw new IllegalStateException("a frame without a desk");
  }

  /** The address of one hook's page, or of one below. */
  public String address(HookId id, String path) {
    return address("/" + id + path);
  }
}
