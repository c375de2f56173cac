package dz.linatatawwa.door;

import static dz.linatatawwa.door.Role.ADMINISTRATOR;
import static dz.linatatawwa.door.Role.COORDINATOR;
import static dz.linatatawwa.door.Role.COUNTER;
import static dz.linatatawwa.door.Role.HEAD;
import static dz.linatatawwa.door.Role.MANAGER;
import static dz.linatatawwa.door.Role.MINOR;
import static dz.linatatawwa.door.Role.NATION;
import static dz.linatatawwa.door.Role.OWNER;
import static dz.linatatawwa.door.Role.READER;
import static dz.linatatawwa.door.Role.VOLUNTEER;
import static dz.linatatawwa.door.Role.WILAYA;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Who may: the words of the table of rules. */
enum Who {
  /** Everybody, signed in or not; also by a personal link. */
  ANYBODY(EnumSet.allOf(Role.class), true),
  /** Everybody who is signed in; the page shows each their own. */
  PERSON(EnumSet.complementOf(EnumSet.of(Role.NOBODY)), true),
  /** Whose it is. */
  ONESELF(EnumSet.of(VOLUNTEER), false),
  /** The minor whose it is. */
  ONESELF_MINOR(EnumSet.of(MINOR), false),
  /** Members of the organisation: any, those who run it, its owners. */
  MEMBER(EnumSet.of(READER, COORDINATOR, OWNER), false),
  RUNNER(EnumSet.of(COORDINATOR, OWNER), false),
  OWNER_ONLY(EnumSet.of(OWNER), false),
  /** People of the partner: any, those who manage it, its owners. */
  STAFF(EnumSet.of(COUNTER, MANAGER, HEAD), false),
  MANAGER_UP(EnumSet.of(MANAGER, HEAD), false),
  HEAD_ONLY(EnumSet.of(HEAD), false),
  /** The very person whose phone, membership or look at a code it is. */
  THIS_COORDINATOR(EnumSet.of(COORDINATOR), false),
  THIS_READER(EnumSet.of(READER), false),
  THIS_COUNTER(EnumSet.of(COUNTER), false),
  /** The supervisors of the wilaya, and of every wilaya where the page is not about one. */
  SUPERVISOR_HERE(EnumSet.of(WILAYA), false),
  SUPERVISOR_ANYWHERE(EnumSet.of(WILAYA), true),
  THE_NATION(EnumSet.of(NATION), true),
  THE_ADMINISTRATOR(EnumSet.of(ADMINISTRATOR), true),
  THE_OFFICER(EnumSet.of(Role.OFFICER), true),
  /** Other systems by their key; nobody by a session, whoever they are. */
  KEYED(EnumSet.noneOf(Role.class), true),
  /** Nobody from outside: reached from within, or only in a demonstration. */
  INSIDE(EnumSet.noneOf(Role.class), true);

  private final Set<Role> roles;
  private final boolean everywhere;

  Who(Set<Role> roles, boolean everywhere) {
    this.roles = roles;
    this.everywhere = everywhere;
  }

  /** @param home whether what the address names belongs to the role's own side */
  boolean may(Role role, boolean home) {
    return roles.contains(role) && (home || everywhere);
  }

  static Who of(String word) {
    return switch (word) {
      case "owner" -> OWNER_ONLY;
      case "manager" -> MANAGER_UP;
      case "head" -> HEAD_ONLY;
      case "wilaya" -> SUPERVISOR_HERE;
      case "any-wilaya" -> SUPERVISOR_ANYWHERE;
      case "nation" -> THE_NATION;
      case "administrator" -> THE_ADMINISTRATOR;
      case "officer" -> THE_OFFICER;
      default -> valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    };
  }
}
