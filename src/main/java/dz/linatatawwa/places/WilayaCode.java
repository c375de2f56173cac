package dz.linatatawwa.places;

/** The official code of a wilaya: 01 to 69. */
public record WilayaCode(String value) {

  public WilayaCode {
    if (!value.matches("[0-9]{2}")) throw new IllegalArgumentException("not the code of a wilaya: " + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
