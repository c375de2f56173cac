package dz.linatatawwa.site;

/** One thing that can be chosen in a select, in radio buttons or tick boxes.
 *  @param value what the form sends
 *  @param label what people read
 *  @param hint  a line below it; may be empty
 *  @param group heading under which a select gathers it; may be empty */
public record Option(String value, String label, String hint, String group) {

  public static Option of(String value, String label) {
    return new Option(value, label, "", "");
  }

  public static Option of(String value, String label, String hint) {
    return new Option(value, label, hint, "");
  }
}
