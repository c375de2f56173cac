package dz.linatatawwa.imports;

import java.util.List;

/** What is wrong with a value of a row, or what was read into it.
 *  @param bad       the row cannot be stored; otherwise a note on a row that is
 *  @param field     code of the field; its name is {@code imports.field.<field>}
 *  @param value     as it stood in the table
 *  @param reason    a message key
 *  @param arguments of the message */
public record Fault(int row, boolean bad, String field, String value, String reason, List<String> arguments) {

  public Fault {
    arguments = List.copyOf(arguments);
  }
}
