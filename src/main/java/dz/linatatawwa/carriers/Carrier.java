package dz.linatatawwa.carriers;

/** Takes parcels of one channel out of the house: an interface, because there are several ways. May be asked by several at once. */
public interface Carrier {

  /** email, sms or push. */
  String channel();

  /** Hands one parcel over.
   *  @throws Exception when nobody can say what became of it, or nothing can be reached; it is tried again later */
  Carried carry(Parcel parcel) throws Exception;
}
