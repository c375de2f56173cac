package dz.linatatawwa.notices;

/** Takes letters of one channel out of the house: an interface, because there are several ways. */
interface Carrier {

  /** email or sms. */
  String channel();

  /** @throws Exception when it could not be handed over; it is tried again later */
  void carry(Letter letter) throws Exception;
}
