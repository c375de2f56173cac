package dz.linatatawwa.outside;

import java.util.Map;
import java.util.Optional;

/** Calls addresses that people gave: the hooks of other systems, links that are checked. Nothing else of ours may call such an address.
 *  A name is resolved once and the connection goes to what was found, so that a name that leads elsewhere a moment later changes nothing; an address inside
 *  (loopback, private, link-local, of a cloud's own services, mapped, translated) is refused, also where it is only one of several. Redirections are told, never followed.
 *  A call is bounded in time and size as a whole. Nothing of ours goes along: no cookie, no password, no proxy of the system. */
public interface Outside {

  /** Why an address is not called. */
  enum Why {
    /** Not an address, too long, or with a name and password in it. */
    FORM,
    /** Neither https nor, where that will do, http. */
    SCHEME,
    /** A port that is not called. */
    PORT,
    /** Nobody has this name. */
    UNKNOWN,
    /** It leads inside. */
    INSIDE
  }

  /** What became of a call. */
  sealed interface Answer {
    /** Somebody answered, whatever the number says.
     *  @param headers names in lower case; the first of several values
     *  @param body    whole */
    record Answered(int status, Map<String, String> headers, byte[] body) implements Answer {
      public Answered {
        headers = Map.copyOf(headers);
        body = body.clone();
      }

      @Override
      public byte[] body() {
        return body.clone();
      }

      /** Where a redirection leads, as its header says; it is the caller's to ask a person. */
      public Optional<String> location() {
        return status >= 300 && status < 400 ? Optional.ofNullable(headers.get("location")) : Optional.empty();
      }
    }

    /** It was not called. */
    record Refused(Why why) implements Answer {}

    /** The answer is longer than is read. */
    record TooLong() implements Answer {}

    /** Nobody answered in time, or not as the protocol wants, or with a certificate that nobody vouches for.
     *  @param what the kind of fault, for a log: never shown to who gave the address, for it tells of the network */
    record Failed(String what) implements Answer {}
  }

  /** Whether an address may be called, as things are now; for the form in which it is given. A call looks again.
   *  @param plain whether http without TLS will do
   *  @return nothing when it may */
  Optional<Why> look(String address, boolean plain);

  /** Asks for what is at an address, over http or https. */
  Answer get(String address);

  /** Sends something to an address, over https only.
   *  @param headers besides the type: a signature, a number of the message */
  Answer post(String address, String type, byte[] body, Map<String, String> headers);
}
