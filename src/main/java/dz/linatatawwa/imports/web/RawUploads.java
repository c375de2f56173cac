package dz.linatatawwa.imports.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.imports.ImportSettings;
import dz.linatatawwa.imports.Imports;
import dz.linatatawwa.imports.Kind;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.LargeBodies;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a long table as the bare body of a request, so that the page can show how far the sending has come and nothing is held twice. */
@Controller
class RawUploads implements LargeBodies {

  private static final String PATH = "/imports/file";

  private final Desk desk;
  private final Imports imports;
  private final ImportSettings settings;
  private final PageMaker pages;

  RawUploads(Desk desk, Imports imports, ImportSettings settings, PageMaker pages) {
    this.desk = desk;
    this.imports = imports;
    this.settings = settings;
    this.pages = pages;
  }

  @Override
  public boolean takes(HttpServletRequest request) {
    return request.getRequestURI().equals(PATH) && MediaType.APPLICATION_OCTET_STREAM_VALUE.equals(request.getContentType());
  }

  /** Answers with the address of the next page, or with 422 and why not. */
  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<String> take(SignedIn me, HttpServletRequest request, @RequestParam String kind, @RequestParam(defaultValue = "") String organization,
      @RequestParam(defaultValue = "") String name) throws IOException {
    desk.open(me);
    Kind chosen = Kind.of(kind).filter(Kind::streamed).filter(desk.kinds(me)::contains).orElseThrow(() -> new NotFound("a stream of " + kind));
    Optional<OrganizationId> owner = desk.own(me).stream().filter(o -> o.id().toString().equals(organization)).map(o -> o.id()).findFirst();
    Words words = pages.page(request).words();
    if (owner.isEmpty() && (!desk.all(me) || !organization.isEmpty())) return refused(words.text("imports.problem.owner"));
    try {
      InputStreamSource body = () -> new Bounded(request.getInputStream(), settings.mostBytes());
      return switch (imports.begin(chosen, owner.orElse(null), name, body, me.id())) {
        case Imports.Begun.Kept kept -> ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("/imports/" + kept.id() + "/columns");
        case Imports.Begun.Refused refused -> refused(words.text(refused.key(), refused.arguments().toArray()));
      };
    } catch (TooLarge e) {
      return refused(words.text("imports.problem.tooBig", settings.mostBytes() / 1024 / 1024));
    }
  }

  private static ResponseEntity<String> refused(String why) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).contentType(MediaType.parseMediaType("text/plain;charset=UTF-8")).body(why);
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Bounded extends FilterInputStream {

    private long left;

    Bounded(InputStream body, long most) {
      super(body);
      left = most;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0) count(1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws TooLarge {
      left -= read;
      if (left < 0) throw new TooLarge();
    }
  }
}
