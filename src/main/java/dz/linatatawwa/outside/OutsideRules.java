package dz.linatatawwa.outside;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How far calls to addresses of people may go: the settings under {@code linatatawwa.outside}.
 *  @param within so long may a call take as a whole, from the question for its name to the last byte
 *  @param most   so many bytes of an answer are read; a longer one counts as none
 *  @param ports  that may be called
 *  @param inside networks that count as inside too, as {@code 203.0.114.0/24}: the operator's own, where they are public
 *  @param atOnce so many calls at one time; more wait */
@ConfigurationProperties("linatatawwa.outside")
record OutsideRules(@DefaultValue("10s") Duration within, @DefaultValue("1000000") int most, @DefaultValue({"80", "443"}) Set<Integer> ports,
    @DefaultValue List<String> inside, @DefaultValue("64") int atOnce) {

  OutsideRules {
    if (!within.isPositive() || most < 1 || atOnce < 1) throw new IllegalArgumentException("not a bound: " + within + ", " + most + ", " + atOnce);
    ports = Set.copyOf(ports);
    inside = List.copyOf(inside);
  }
}
