package dz.linatatawwa.eligibility;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a room above gives to people and a rule may ask for: a bean for each kind. */
public interface Holdings {

  /** {@code badge} or {@code training}: its word is {@code eligibility.kind.<kind>}. */
  String kind();

  /** The codes that each of these people holds now; whoever holds nothing may be missing. One statement for thousands. */
  Map<Long, Set<String>> of(Collection<Long> volunteers);

  /** What a rule may ask for, for its form. */
  List<Option> choices(Page page);

  /** How people call it; nothing for an unknown code. */
  Optional<String> name(String code, Language language);
}
