package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Daira;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Wilaya;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.supervision.Extent;
import dz.linatatawwa.supervision.Power;
import dz.linatatawwa.supervision.Powers;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Over what somebody may give a power: what the form offers, and what it says. */
@Component
class PowerChoices {

  private static final String NATION = "nation";

  private final Powers powers;
  private final Places places;
  private final Taxonomy taxonomy;

  PowerChoices(Powers powers, Places places, Taxonomy taxonomy) {
    this.powers = powers;
    this.places = places;
    this.taxonomy = taxonomy;
  }

  /** The nation, where somebody may give that or a field of it, and the wilayas. */
  List<Option> territories(SignedIn me, Words words) {
    List<Extent> own = own(me);
    Stream<Option> nation = own.stream().anyMatch(extent -> extent.wilaya() == null) ? Stream.of(Option.of(NATION, words.text("supervision.nation"))) : Stream.empty();
    return Stream.concat(nation, wilayas(own).map(one -> Option.of(one.code().value(), one.code() + " " + one.name().in(words.language())))).toList();
  }

  /** The dairas there, under the name of their wilaya. */
  List<Option> dairas(SignedIn me, Words words) {
    List<Extent> own = own(me);
    return wilayas(own).flatMap(wilaya -> places.dairas(wilaya.code()).stream().filter(daira -> own.stream().anyMatch(extent -> extent.daira() == null || extent.daira() == daira.id()))
        .map(daira -> new Option(Integer.toString(daira.id()), daira.name().in(words.language()), "", wilaya.code() + " " + wilaya.name().in(words.language())))).toList();
  }

  List<Option> fields(SignedIn me, Words words) {
    List<Extent> own = own(me);
    return taxonomy.fields().stream().filter(field -> own.stream().anyMatch(extent -> extent.field() == null || extent.field().equals(field.code())))
        .map(field -> Option.of(field.code(), field.name().in(words.language()))).toList();
  }

  /** The extent that was typed; what does not exist or fit is a problem of its field. */
  Extent extent(GrantForm form, Problems problems) {
    WilayaCode wilaya = wilaya(form.territory(), problems);
    Integer daira = daira(form.daira(), wilaya, problems);
    if (!form.field().isEmpty() && taxonomy.field(form.field()).isEmpty()) problems.add("field", "site.problem.choice");
    return problems.any() ? Extent.NATION : new Extent(wilaya, daira, form.field().isEmpty() ? null : form.field());
  }

  private @Nullable WilayaCode wilaya(String typed, Problems problems) {
    if (typed.equals(NATION)) return null;
    Optional<WilayaCode> code = WilayaCode.of(typed).filter(one -> places.wilaya(one).isPresent());
    if (code.isEmpty()) problems.add("territory", "site.problem.choice");
    return code.orElse(null);
  }

  private @Nullable Integer daira(String typed, @Nullable WilayaCode wilaya, Problems problems) {
    if (typed.isEmpty()) return null;
    Optional<Daira> daira = typed.matches("[1-9][0-9]{0,8}") ? places.daira(Integer.parseInt(typed)) : Optional.empty();
    if (daira.filter(one -> one.wilaya().equals(wilaya)).isEmpty()) problems.add("daira", "supervision.problem.daira");
    return daira.map(Daira::id).orElse(null);
  }

  private Stream<Wilaya> wilayas(List<Extent> own) {
    List<WilayaCode> codes = own.stream().map(Extent::wilaya).filter(Objects::nonNull).toList();
    boolean all = own.stream().anyMatch(extent -> extent.wilaya() == null);
    return places.wilayas().stream().filter(wilaya -> all || codes.contains(wilaya.code()));
  }

  private List<Extent> own(SignedIn me) {
    return me.administrator() ? List.of(Extent.NATION) : powers.own(me.id()).stream().map(Power::extent).toList();
  }
}
