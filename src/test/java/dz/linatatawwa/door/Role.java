package dz.linatatawwa.door;

/** Who stands before a door. All but the last belong to the home side of the small country: its organisation, its partner, its wilaya. */
enum Role {
  NOBODY, VOLUNTEER, MINOR, READER, COORDINATOR, OWNER, COUNTER, MANAGER, HEAD, WILAYA, NATION, ADMINISTRATOR, OFFICER, MEDIA;

  /** As the table of people in {@code country.sql} calls it. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
