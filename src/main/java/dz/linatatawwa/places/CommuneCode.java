package dz.linatatawwa.places;

/** The official code of a commune: the four digits of the ONS. */
public record CommuneCode(String value) {

  public CommuneCode {
    if (!value.matches("[0-9]{4}")) throw new IllegalArgumentException("not the code of a commune: " + value);
  }

  @Override
  public String toString() {
    return value;
  }
}
