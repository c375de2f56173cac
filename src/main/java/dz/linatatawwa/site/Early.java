package dz.linatatawwa.site;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** A part of a page that is drawn before what stands above it: the summary of a form's problems names the fields by the labels that the form gave. */
public final class Early {

  private Early() {}

  /** Draws it now; the answer only copies. */
  public static Content of(Content content) {
    StringOutput written = new StringOutput();
    content.writeTo(new OwaspHtmlTemplateOutput(written));
    String drawn = written.toString();
    return output -> output.writeContent(drawn);
  }
}
