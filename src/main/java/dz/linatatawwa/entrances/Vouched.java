package dz.linatatawwa.entrances;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom an institution vouches for, and what it says of them; its signature was checked.
 *  @param subject  names the person there, for ever
 *  @param email    in lower case; null: it says none
 *  @param verified whether it says that the address was proved to be the person's
 *  @param claims   everything that it says */
record Vouched(String subject, @Nullable String email, boolean verified, Map<String, Object> claims) {

  Vouched {
    claims = Map.copyOf(claims);
  }

  /** The values of a claim, as text: of one value, or of a list. */
  List<String> values(String claim) {
    return switch (claims.get(claim)) {
      case null -> List.of();
      case List<?> many -> many.stream().map(String::valueOf).toList();
      case Object one -> List.of(String.valueOf(one));
    };
  }
}
