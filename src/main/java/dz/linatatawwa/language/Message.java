package dz.linatatawwa.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One pattern of a bundle, read once: text, plain arguments, plurals and choices are put together without ICU's slow and
 *  unshareable format objects; every other kind of argument is left to ICU. */
sealed interface Message {

  void write(StringBuilder to, Object[] arguments, @Nullable Object counted, Setting setting);

  /** What the pieces need to know of the language.
   *  @param shown how an argument stands in the text: numbers grouped, text isolated
   *  @param forms plural forms of small numbers, as they were asked for */
  record Setting(PluralRules plurals, Function<@Nullable Object, String> shown, @Nullable String[] forms) {

    Setting(PluralRules plurals, Function<@Nullable Object, String> shown) {
      this(plurals, shown, new @Nullable String[256]);
    }

    /** Zero, one, two, few, many or other. */
    String form(double number) {
      int whole = (int) number;
      if (whole != number || whole < 0 || whole >= forms.length) return plurals.select(number);
      String known = forms[whole];
      if (known == null) forms[whole] = known = plurals.select(number);
      return known;
    }
  }

  record Text(String text) implements Message {
    @Override
    public void write(StringBuilder to, Object[] arguments, @Nullable Object counted, Setting setting) {
      to.append(text);
    }
  }

  record Argument(int index) implements Message {
    @Override
    public void write(StringBuilder to, Object[] arguments, @Nullable Object counted, Setting setting) {
      if (index < arguments.length) to.append(setting.shown.apply(arguments[index]));
      else to.append('{').append(index).append('}');
    }
  }

  /** A number without what comes after its comma: {@code {0, number, integer}}. */
  record Whole(int index) implements Message {
    @Override
    public void write(StringBuilder to, Object[] arguments, @Nullable Object counted, Setting setting) {
      if (index >= arguments.length) to.append('{').append(index).append('}');
      else if (arguments[index] instanceof Number number) to.append(setting.shown.apply(whole(number)));
      else throw new IllegalArgumentException("argument " + index + " is no number, but " + arguments[index]);
    }

    private static long whole(Number number) {
      return number instanceof Double || number instanceof Float ? (long) Math.rint(number.doubleValue()) : number.longValue();
    }
  }

  record Count() implements Message {
    @Override
    public void write(StringBuilder to, Object[] arguments, @Nullable Object counted, Setting setting) {
      to.append(setting.shown.apply(counted));
    }
  }

  record Row(List<Message> parts) implements Message {
    @Override
    public void write(StringBuilder to, Object[] arguments, @Nullable Object counted, Setting setting) {
      for (Message part : parts) part.write(to, arguments, counted, setting);
    }
  }

  record Choice(int index, boolean plural, Map<String, Message> cases) implements Message {
    @Override
    public void write(StringBuilder to, Object[] arguments, @Nullable Object counted, Setting setting) {
      Object value = index < arguments.length ? arguments[index] : null;
      Message chosen = cases.get(plural ? form(value, setting) : String.valueOf(value));
      if (chosen == null) chosen = cases.get("other");
      if (chosen != null) chosen.write(to, arguments, plural ? value : counted, setting);
    }

    private String form(@Nullable Object value, Setting setting) {
      if (!(value instanceof Number number)) throw new IllegalArgumentException("argument " + index + " counts, but is " + value);
      String exact = "=" + number;
      return cases.containsKey(exact) ? exact : setting.form(number.doubleValue());
    }
  }

  record Foreign(MessageFormat format) implements Message {
    @Override
    public void write(StringBuilder to, Object[] arguments, @Nullable Object counted, Setting setting) {
      to.append(((MessageFormat) format.clone()).format(arguments));
    }
  }

  static Message read(String pattern, ULocale locale) {
    MessagePattern parsed = new MessagePattern(pattern);
    for (int i = 0; i < parsed.countParts(); i++) {
      Part part = parsed.getPart(i);
      boolean known = part.getType() != Part.Type.ARG_START
          || part.getArgType() == ArgType.NONE || part.getArgType() == ArgType.PLURAL || part.getArgType() == ArgType.SELECT || isWhole(parsed, i);
      if (!known || part.getType() == Part.Type.ARG_NAME) return new Foreign(new MessageFormat(pattern, locale));
    }
    return new Reader(parsed).message(0);
  }

  private static boolean isWhole(MessagePattern parsed, int start) {
    return parsed.getPart(start).getArgType() == ArgType.SIMPLE && parsed.getSubstring(parsed.getPart(start + 2)).strip().equals("number")
        && parsed.getPart(start + 3).getType() == Part.Type.ARG_STYLE && parsed.getSubstring(parsed.getPart(start + 3)).strip().equals("integer");
  }

  /** Walks over the parts that ICU found in a pattern. */
  final class Reader {

    private final MessagePattern parsed;

    private Reader(MessagePattern parsed) {
      this.parsed = parsed;
    }

    private Message message(int start) {
      List<Message> parts = new ArrayList<>();
      int from = parsed.getPart(start).getLimit();
      int end = parsed.getLimitPartIndex(start);
      for (int i = start + 1; i <= end; i++) {
        Part part = parsed.getPart(i);
        if (part.getIndex() > from) parts.add(new Text(parsed.getPatternString().substring(from, part.getIndex())));
        switch (part.getType()) {
          case REPLACE_NUMBER -> parts.add(new Count());
          case INSERT_CHAR -> parts.add(new Text(Character.toString(part.getValue())));
          case ARG_START -> {
            parts.add(argument(i));
            i = parsed.getLimitPartIndex(i);
          }
          default -> { }
        }
        from = parsed.getPart(i).getLimit();
      }
      return parts.size() == 1 ? parts.getFirst() : new Row(List.copyOf(parts));
    }

    private Message argument(int start) {
      ArgType type = parsed.getPart(start).getArgType();
      int index = parsed.getPart(start + 1).getValue();
      if (type == ArgType.NONE) return new Argument(index);
      if (type == ArgType.SIMPLE) return new Whole(index);
      Map<String, Message> cases = new HashMap<>();
      int end = parsed.getLimitPartIndex(start);
      for (int i = start + 2; i < end; i++) {
        if (parsed.getPart(i).getType() != Part.Type.ARG_SELECTOR) continue;
        String selector = parsed.getSubstring(parsed.getPart(i));
        int message = i + 1;
        while (parsed.getPart(message).getType() != Part.Type.MSG_START) message++;
        cases.put(selector, message(message));
        i = parsed.getLimitPartIndex(message);
      }
      return new Choice(index, type == ArgType.PLURAL, Map.copyOf(cases));
    }
  }
}
