package dz.linatatawwa.rewards;

import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;

/** Where a benefit is redeemed.
 *  @param address as its partner wrote it */
public record CounterPlace(long id, WilayaCode wilaya, CommuneCode commune, String address) {}
