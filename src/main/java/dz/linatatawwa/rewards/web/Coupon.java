package dz.linatatawwa.rewards.web;

import dz.linatatawwa.rewards.Granting;

/** What one shows at a counter.
 *  @param code as it is typed; empty where it cannot be used
 *  @param qr   the drawing of its QR code; empty likewise */
public record Coupon(Granting granting, String code, String qr) {}
