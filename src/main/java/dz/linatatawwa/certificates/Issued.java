package dz.linatatawwa.certificates;

/** What became of the wish for a certificate. */
public sealed interface Issued {

  /** Here it is.
   *  @param anew whether it was made now; the same facts were certified before otherwise, under this number */
  record Done(Certificate certificate, boolean anew) implements Issued {}

  /** There are no confirmed hours of this kind to certify. */
  record NoHours() implements Issued {}
}
