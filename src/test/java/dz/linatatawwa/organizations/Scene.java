package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Associations of Sétif and Oran, and supervisors of these wilayas. */
public final class Scene {

  public static final WilayaCode SETIF = new WilayaCode("19");
  public static final WilayaCode ORAN = new WilayaCode("31");

  private Scene() {}

  public static Profile profile(String nameAr) {
    return profile(nameAr, "Association de test", Scope.WILAYA, SETIF, new CommuneCode("1901"));
  }

  public static Profile profile(String nameAr, @Nullable String nameFr, Scope scope, WilayaCode wilaya, CommuneCode commune) {
    return new Profile(OrganizationKind.ASSOCIATION, nameAr, nameFr, scope,
        new Receipt("2021/117", LocalDate.of(2021, 3, 14), ReceiptAuthority.WILAYA), new Seat(wilaya, commune, null), List.of("ENV", "EDU"),
        "نغرس ونعتني بما غرسنا", new Reach("+21336841234", "contact@arz.example.dz", null), "نادية بلقاسم", LocalDate.of(2028, 1, 31));
  }

  /** A supervisor of a wilaya. @param wilaya null: of the nation */
  public static AccountId supervisor(Territories territories, String name, @Nullable WilayaCode wilaya) {
    AccountId person = SignIn.account(name);
    Office.give(person, wilaya);
    return person;
  }
}
