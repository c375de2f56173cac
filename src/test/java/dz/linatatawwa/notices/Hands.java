package dz.linatatawwa.notices;

import dz.linatatawwa.carriers.Carried;
import dz.linatatawwa.carriers.Carrier;
import dz.linatatawwa.carriers.Parcel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Carriers of the tests: keep what they are given, and do what they are told. */
final class Hands {

  /** What a carrier of the tests does with a parcel. */
  interface Deed {
    Carried carry(Parcel parcel) throws Exception;
  }

  private Hands() {}

  static Carrier carrier(String channel, Deed deed) {
    return new Carrier() {
      @Override
      public String channel() {
        return channel;
      }

      @Override
      public Carried carry(Parcel parcel) throws Exception {
        return deed.carry(parcel);
      }
    };
  }

  /** Takes everything. */
  static Carrier taking(String channel, List<Parcel> taken) {
    return carrier(channel, parcel -> {
      taken.add(parcel);
      return Carried.Handed.PLAINLY;
    });
  }

  static List<Parcel> nothing() {
    return new CopyOnWriteArrayList<>();
  }
}
