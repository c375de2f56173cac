package dz.linatatawwa.opportunities;

import java.util.Arrays;

/** The rows of the listing as arrays of plain numbers: about 120 bytes a row, and one or two for each word of it. A row has a slot; where its words change it
 *  moves to a new one and leaves the old one empty, so that lists of words only grow. Not safe for several threads. */
final class ListingColumns {

  private static final int LEAST = 1024;

  /** 0 in an empty slot. */
  long[] id = new long[LEAST];
  long[] organization = new long[LEAST];
  long[] campaign = new long[LEAST];
  long[] needAt = new long[LEAST];
  long[] nextStart = new long[LEAST];
  int[] seatsLeft = new int[LEAST];
  int[][] days = new int[LEAST][];
  short[] field = new short[LEAST];
  short[] activity = new short[LEAST];
  short[] wilaya = new short[LEAST];
  short[] commune = new short[LEAST];
  short[] audiences = new short[LEAST];
  byte[] minAge = new byte[LEAST];
  boolean[] remote = new boolean[LEAST];
  double[] x = new double[LEAST];
  double[] y = new double[LEAST];

  final Codes fields = new Codes();
  final Codes activities = new Codes();
  final Codes wilayas = new Codes();
  final Codes communes = new Codes();
  /** Whole sets of them. */
  final Codes audienceSets = new Codes();
  final WordSlots about = new WordSlots();
  final WordSlots around = new WordSlots();

  private long[] words = new long[LEAST];
  private final SlotByKey byId = new SlotByKey();
  private int slots;
  private int empty;

  /** How many slots there are, empty ones too. */
  int slots() {
    return slots;
  }

  int empty() {
    return empty;
  }

  void put(ListingRow row) {
    long said = row.words();
    int slot = byId.get(row.id());
    if (slot < 0 || words[slot] != said) {
      remove(row.id());
      slot = next();
      byId.put(row.id(), slot);
      words[slot] = said;
      about.add(row.about(), slot);
      around.add(row.around(), slot);
    }
    write(row, slot);
  }

  void remove(long opportunity) {
    int slot = byId.get(opportunity);
    if (slot < 0) return;
    byId.put(opportunity, -1);
    id[slot] = 0;
    days[slot] = new int[0];
    empty++;
  }

  /** When the first rows are all there. */
  void trim() {
    about.trim();
    around.trim();
  }

  private void write(ListingRow row, int slot) {
    id[slot] = row.id();
    organization[slot] = row.organization();
    campaign[slot] = row.campaign();
    needAt[slot] = row.needAt();
    nextStart[slot] = row.nextStart();
    seatsLeft[slot] = row.seatsLeft();
    days[slot] = row.days();
    field[slot] = fields.number(row.field());
    activity[slot] = activities.number(row.activity());
    wilaya[slot] = wilayas.number(row.wilaya());
    commune[slot] = communes.number(row.commune());
    audiences[slot] = audienceSets.number(row.audiences());
    minAge[slot] = (byte) row.minAge();
    remote[slot] = row.remote();
    x[slot] = row.x();
    y[slot] = row.y();
  }

  private int next() {
    if (slots == id.length) grow(slots + slots / 8);
    return slots++;
  }

  private void grow(int size) {
    id = Arrays.copyOf(id, size);
    organization = Arrays.copyOf(organization, size);
    campaign = Arrays.copyOf(campaign, size);
    needAt = Arrays.copyOf(needAt, size);
    nextStart = Arrays.copyOf(nextStart, size);
    seatsLeft = Arrays.copyOf(seatsLeft, size);
    days = Arrays.copyOf(days, size);
    field = Arrays.copyOf(field, size);
    activity = Arrays.copyOf(activity, size);
    wilaya = Arrays.copyOf(wilaya, size);
    commune = Arrays.copyOf(commune, size);
    audiences = Arrays.copyOf(audiences, size);
    minAge = Arrays.copyOf(minAge, size);
    remote = Arrays.copyOf(remote, size);
    x = Arrays.copyOf(x, size);
    y = Arrays.copyOf(y, size);
    words = Arrays.copyOf(words, size);
  }
}
