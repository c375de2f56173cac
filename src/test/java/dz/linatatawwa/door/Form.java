package dz.linatatawwa.door;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form as a page shows it.
 *  @param page   where it stands
 *  @param action where it is sent to: a path of ours
 *  @param parts  whether it carries files */
record Form(String page, String action, boolean post, boolean parts, List<Field> fields) {

  /** A field with what the page put into it.
   *  @param type of the control: text, number, date, file, hidden, select … */
  record Field(String name, String type, String value) {}

  /** Whether somebody types anything into it: otherwise it is a deed by one press. */
  boolean typed() {
    return fields.stream().anyMatch(field -> !field.type().equals("hidden") && !field.type().equals("submit"));
  }

  /** All forms of a page. */
  static List<Form> of(Document page, String path) {
    List<Form> forms = new ArrayList<>();
    for (Element form : page.select("form")) {
      String action = form.attr("action").isEmpty() ? path : form.attr("action");
      if (!action.startsWith("/")) continue;
      List<Field> fields = new ArrayList<>();
      for (Element control : form.select("input[name], select[name], textarea[name], button[name]")) field(control, fields);
      forms.add(new Form(path, action.replaceAll("#.*", ""), form.attr("method").equalsIgnoreCase("post"), form.attr("enctype").startsWith("multipart"), List.copyOf(fields)));
    }
    return forms;
  }

  private static void field(Element control, List<Field> fields) {
    String name = control.attr("name");
    if (name.equals("_csrf") || name.equals("_confirm")) return;
    String type = switch (control.normalName()) {
      case "select", "textarea" -> control.normalName();
      case "button" -> "submit";
      default -> control.attr("type").isEmpty() ? "text" : control.attr("type");
    };
    String value = switch (type) {
      case "select" -> chosen(control);
      case "textarea" -> control.text();
      default -> control.attr("value");
    };
    boolean choice = type.equals("radio") || type.equals("checkbox");
    if (choice && fields.stream().anyMatch(field -> field.name().equals(name))) return;
    fields.add(new Field(name, type, value));
  }

  private static String chosen(Element select) {
    Element chosen = select.selectFirst("option[selected]");
    if (chosen == null) chosen = select.selectFirst("option[value]:not([value=''])");
    return chosen == null ? "" : chosen.attr("value");
  }
}
