package dz.linatatawwa.trainings.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.trainings.Host;
import dz.linatatawwa.trainings.RegistrationId;
import dz.linatatawwa.trainings.SessionId;
import dz.linatatawwa.trainings.TrainingId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers read out of addresses, and places put into words. */
final class Addresses {

  private Addresses() {}

  /** @param kind {@code organizations} or {@code partners} */
  static Host host(String kind, long id) {
    return kind.equals("partners") ? new Host.Institution(new PartnerId(known(id))) : new Host.Body(new OrganizationId(known(id)));
  }

  static TrainingId training(long id) {
    return new TrainingId(known(id));
  }

  static SessionId session(long id) {
    return new SessionId(known(id));
  }

  static RegistrationId registration(long id) {
    return new RegistrationId(known(id));
  }

  static int page(@Nullable String typed) {
    return typed != null && typed.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed) : 1;
  }

  /** Address, commune and wilaya, as far as they are known. */
  static String place(boolean remote, String address, @Nullable String commune, @Nullable String wilaya, Places places, Words words) {
    if (remote) return words.text("trainings.remote");
    return Stream.of(address, commune == null ? "" : places.name(new CommuneCode(commune), words.language()),
        wilaya == null ? "" : places.name(new WilayaCode(wilaya), words.language())).filter(part -> !part.isBlank()).distinct()
        .collect(Collectors.joining(words.text("participation.comma")));
  }

  private static long known(long id) {
    if (id < 1) throw new NotFound("number " + id);
    return id;
  }
}
