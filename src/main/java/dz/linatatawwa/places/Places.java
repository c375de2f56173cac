package dz.linatatawwa.places;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The territory: 69 wilayas, 556 dairas and 1,541 communes, held in memory, for they change only by law. */
@Component
public class Places {

  private static final int FOUND_AT_MOST = 20;

  private final List<Wilaya> wilayas;
  private final Map<WilayaCode, Wilaya> wilayaByCode;
  private final Map<WilayaCode, List<Commune>> communesByWilaya;
  private final Map<CommuneCode, Commune> communeByCode;
  private final Map<Integer, Daira> dairas;
  private final Gazetteer gazetteer = new Gazetteer();
  private final Map<String, String> spoken = new HashMap<>();

  Places(PlaceTable table) {
    wilayas = List.copyOf(table.wilayas());
    List<Commune> communes = table.communes();
    wilayaByCode = wilayas.stream().collect(toUnmodifiableMap(Wilaya::code, Function.identity()));
    communeByCode = communes.stream().collect(toUnmodifiableMap(Commune::code, Function.identity()));
    communesByWilaya = Map.copyOf(communes.stream().collect(groupingBy(Commune::wilaya)));
    dairas = table.dairas().stream().collect(toUnmodifiableMap(Daira::id, Function.identity()));
    wilayas.forEach(wilaya -> speak(wilaya.code().value(), wilaya.name()));
    communes.forEach(commune -> speak(commune.code().value(), commune.name()));
    table.spellings().forEach(spelling -> {
      gazetteer.add(spelling.folded(), spelling.commune() == null ? known(spelling.wilaya()) : known(spelling.commune()));
      spoken.merge(spelling.commune() == null ? spelling.wilaya().value() : spelling.commune().value(), spelling.folded(), (names, more) -> names + ' ' + more);
    });
  }

  private void speak(String code, LocalName name) {
    spoken.put(code, Stream.of(name.ar(), name.fr(), name.en()).filter(Objects::nonNull).collect(joining(" ")));
  }

  /** Every name and spelling of a wilaya or a commune, for what is found by words.
   *  @param code of 69 wilayas or of communes; of nothing there are no words */
  public String spoken(@Nullable String code) {
    return code == null ? "" : spoken.getOrDefault(code, "");
  }

  /** All wilayas, by code. */
  public List<Wilaya> wilayas() {
    return wilayas;
  }

  /** The wilaya with this code, if there is one. */
  public Optional<Wilaya> wilaya(WilayaCode code) {
    return Optional.ofNullable(wilayaByCode.get(code));
  }

  /** The communes of a wilaya, by code; none for an unknown wilaya. */
  public List<Commune> communes(WilayaCode wilaya) {
    return communesByWilaya.getOrDefault(wilaya, List.of());
  }

  /** The commune with this code, if there is one. */
  public Optional<Commune> commune(CommuneCode code) {
    return Optional.ofNullable(communeByCode.get(code));
  }

  /** The daira with this number, if there is one. */
  public Optional<Daira> daira(int id) {
    return Optional.ofNullable(dairas.get(id));
  }

  /** The dairas of a wilaya, by name in French; none for an unknown wilaya. */
  public List<Daira> dairas(WilayaCode wilaya) {
    return dairas.values().stream().filter(daira -> daira.wilaya().equals(wilaya))
        .sorted(Comparator.comparing((Daira daira) -> daira.name().in(Language.FR)).thenComparing(Daira::id)).toList();
  }

  /** The daira of a commune. */
  public Daira daira(Commune commune) {
    Daira found = dairas.get(commune.daira());
    if (found == null) throw new IllegalStateException("no daira " + commune.daira());
    return found;
  }

  /** The name of a wilaya that is known to exist. */
  public String name(WilayaCode code, Language language) {
    return known(code).name().in(language);
  }

  /** The name of a commune that is known to exist. */
  public String name(CommuneCode code, Language language) {
    return known(code).name().in(language);
  }

  /** What somebody may mean: a code, any spelling in any script, the beginning of one, or one with a small slip; best first, wilayas before communes. */
  public List<Place> find(String typed) {
    Optional<Place> byCode = WilayaCode.of(typed).<Place>flatMap(this::wilaya).or(() -> CommuneCode.of(typed).flatMap(this::commune));
    return byCode.map(List::of).orElseGet(() -> gazetteer.find(typed, FOUND_AT_MOST));
  }

  /** The wilaya of exactly this code or name, in any script. */
  public Optional<Wilaya> wilayaNamed(String typed) {
    return WilayaCode.of(typed).flatMap(this::wilaya)
        .or(() -> gazetteer.named(typed).stream().filter(Wilaya.class::isInstance).map(Wilaya.class::cast).findFirst());
  }

  /** The communes of exactly this code or name, in any script, in the whole country: 38 French names are shared by several. */
  public List<Commune> communesNamed(String typed) {
    Optional<Commune> byCode = CommuneCode.of(typed).flatMap(this::commune);
    return byCode.map(List::of).orElseGet(() -> gazetteer.named(typed).stream().filter(Commune.class::isInstance).map(Commune.class::cast).toList());
  }

  /** The one commune of a wilaya whose name is nearest to what was typed: for tables that write it with a slip. The wilaya may be one of 69, 58 or 48. */
  public Optional<Commune> communeLike(String typed, WilayaCode wilaya) {
    return gazetteer.like(typed, commune -> commune.isOf(wilaya));
  }

  /** The commune whose centre is nearest to a point.
   *  @param among which ones may be meant */
  public Optional<Commune> nearest(Point point, Predicate<Commune> among) {
    return communeByCode.values().stream().filter(Commune::surely).filter(among)
        .min(Comparator.comparingDouble((Commune commune) -> commune.at().kilometresTo(point)).thenComparing(Commune::code));
  }

  private Wilaya known(WilayaCode code) {
    Wilaya found = wilayaByCode.get(code);
    if (found == null) throw new IllegalStateException("no wilaya " + code);
    return found;
  }

  private Commune known(CommuneCode code) {
    Commune found = communeByCode.get(code);
    if (found == null) throw new IllegalStateException("no commune " + code);
    return found;
  }
}
