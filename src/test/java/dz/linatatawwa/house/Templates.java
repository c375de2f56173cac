package dz.linatatawwa.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a jte template as far as needed to tell its own words from its code: what stands between tags, and in attributes that people hear or see. */
final class Templates {

  private static final Pattern SPOKEN = Pattern.compile("\\s(alt|title|placeholder|aria-label|label|aria-description)=\"([^\"]*)\"");

  private final String source;
  private final StringBuilder text = new StringBuilder();
  private final List<String> found = new ArrayList<>();
  private int at;

  private Templates(String source) {
    this.source = source;
  }

  /** Every piece of text with letters that stands in the template itself. */
  static List<String> words(String source) {
    Templates templates = new Templates(source);
    templates.markup('\0');
    templates.text.toString().replaceAll("&#?\\w+;", " ").lines().map(String::strip).filter(Templates::hasLetters).forEach(templates.found::add);
    return templates.found;
  }

  private void markup(char end) {
    while (at < source.length() && (end == '\0' || source.charAt(at) != end)) {
      if (source.startsWith("<%--", at)) skipTo("--%>");
      else if (source.startsWith("<!--", at)) skipTo("-->");
      else if (source.startsWith("!{", at) || source.startsWith("${", at)) code(at + 1, '{', '}');
      else if (source.startsWith("$unsafe{", at)) code(at + 7, '{', '}');
      else if (source.charAt(at) == '@') directive();
      else if (source.charAt(at) == '<') tag();
      else text.append(source.charAt(at++));
    }
    at++;
  }

  private void skipTo(String end) {
    int found = source.indexOf(end, at);
    at = found < 0 ? source.length() : found + end.length();
  }

  private void directive() {
    Matcher name = Pattern.compile("@(import|param|elseif|else|if|endif|for|endfor|raw|endraw|template[.\\w]*)").matcher(source).region(at, source.length());
    if (!name.lookingAt()) {
      text.append(source.charAt(at++));
      return;
    }
    at = name.end();
    if (name.group(1).equals("import") || name.group(1).equals("param")) skipTo("\n");
    else if (at < source.length() && source.charAt(at) == '(') code(at, '(', ')');
  }

  /** Skips Java between brackets, but reads the markup that it holds in @`…`. */
  private void code(int from, char open, char close) {
    int depth = 0;
    at = from;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '"') {
        at++;
        while (at < source.length() && source.charAt(at) != '"') at += source.charAt(at) == '\\' ? 2 : 1;
      } else if (source.startsWith("@`", at)) {
        at += 2;
        markup('`');
        continue;
      } else if (c == open) depth++;
      else if (c == close && --depth == 0) {
        at++;
        return;
      }
      at++;
    }
  }

  private void tag() {
    StringBuilder tag = new StringBuilder();
    char quote = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (source.startsWith("${", at) || source.startsWith("$unsafe{", at)) {
        code(source.indexOf('{', at), '{', '}');
        continue;
      }
      if (c == '@' && Pattern.compile("@(if|elseif|for|else|endif|endfor)\\b").matcher(source).region(at, source.length()).lookingAt()) {
        directive();
        continue;
      }
      at++;
      tag.append(c);
      if (quote == 0 && c == '"') quote = c;
      else if (c == quote) quote = 0;
      else if (quote == 0 && c == '>') break;
    }
    text.append('\n');
    Matcher spoken = SPOKEN.matcher(tag);
    while (spoken.find()) if (hasLetters(spoken.group(2))) found.add(spoken.group().strip());
  }

  private static boolean hasLetters(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }
}
