package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.supervision.Extent;
import dz.linatatawwa.supervision.MatterFilter;
import dz.linatatawwa.supervision.MatterFilter.Show;
import dz.linatatawwa.supervision.MatterView;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territory;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The filter of the queue as addresses write it, and what it can be set to. */
@Component
class QueueFilter {

  private final Matters matters;
  private final Places places;
  private final Taxonomy taxonomy;
  private final Accounts accounts;

  QueueFilter(Matters matters, Places places, Taxonomy taxonomy, Accounts accounts) {
    this.matters = matters;
    this.places = places;
    this.taxonomy = taxonomy;
    this.accounts = accounts;
  }

  /** What an address asks for; what it says wrongly does not matter. */
  MatterFilter read(Map<String, String> asked) {
    String kind = asked.getOrDefault("kind", "");
    String field = asked.getOrDefault("field", "");
    return new MatterFilter(matters.kinds().stream().map(MatterView::kind).filter(kind::equals).findFirst().orElse(null), WilayaCode.of(asked.getOrDefault("wilaya", "")).orElse(null),
        daira(asked.getOrDefault("daira", "")), taxonomy.field(field).isPresent() ? field : null, person(asked.getOrDefault("hand", "")), show(asked.getOrDefault("show", "")));
  }

  /** Some states by the words of the address: nothing is what waits. */
  static Show show(String typed) {
    return Arrays.stream(Show.values()).filter(show -> code(show).equals(typed)).findFirst().orElse(Show.WAITING);
  }

  static String code(Show show) {
    return show == Show.WAITING ? "" : show.name().toLowerCase(Locale.ROOT);
  }

  private @Nullable Integer daira(String typed) {
    return typed.matches("[1-9][0-9]{0,8}") && places.daira(Integer.parseInt(typed)).isPresent() ? Integer.valueOf(typed) : null;
  }

  private static @Nullable AccountId person(String typed) {
    return typed.matches("[1-9][0-9]{0,17}") ? new AccountId(Long.parseLong(typed)) : null;
  }

  List<Option> kinds(Words words) {
    return matters.kinds().stream().map(view -> Option.of(view.kind(), words.text(view.nameKey()))).toList();
  }

  /** The wilayas in which somebody has something to look after. */
  List<Option> wilayas(Territory territory, Words words) {
    return places.wilayas().stream().filter(wilaya -> territory.extents().stream().anyMatch(extent -> extent.wilaya() == null || wilaya.code().equals(extent.wilaya())))
        .map(wilaya -> Option.of(wilaya.code().value(), wilaya.code() + " " + wilaya.name().in(words.language()))).toList();
  }

  /** The dairas of the wilaya that is chosen, or of the only one that there is; none where the territory is one daira. */
  List<Option> dairas(Territory territory, MatterFilter filter, Words words) {
    List<WilayaCode> own = territory.extents().stream().map(Extent::wilaya).filter(Objects::nonNull).distinct().toList();
    boolean nation = territory.extents().stream().anyMatch(extent -> extent.wilaya() == null);
    Optional<WilayaCode> one = Optional.ofNullable(filter.wilaya()).or(() -> nation || own.size() != 1 ? Optional.empty() : Optional.of(own.getFirst()));
    return one.map(places::dairas).orElse(List.of()).stream().filter(daira -> territory.extents().stream().anyMatch(extent -> extent.daira() == null || extent.daira() == daira.id()))
        .map(daira -> Option.of(Integer.toString(daira.id()), daira.name().in(words.language()))).toList();
  }

  List<Option> fields(Territory territory, Words words) {
    return taxonomy.fields().stream().filter(field -> territory.extents().stream().anyMatch(extent -> extent.field() == null || extent.field().equals(field.code())))
        .map(field -> Option.of(field.code(), field.name().in(words.language()))).toList();
  }

  /** The name of the person whose matters are asked for, or empty. */
  String hand(MatterFilter filter) {
    AccountId hand = filter.hand();
    return hand == null ? "" : accounts.names(List.of(hand)).getOrDefault(hand, "");
  }
}
