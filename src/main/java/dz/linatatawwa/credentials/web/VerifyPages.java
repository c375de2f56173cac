package dz.linatatawwa.credentials.web;

import dz.linatatawwa.credentials.Verification;
import dz.linatatawwa.credentials.Verifications;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Is this genuine? Anybody asks, of a code, a link, a text or a file. Nothing is kept of what was shown, so the answer stands where the question was sent. */
@Controller
@RequestMapping("/verify")
class VerifyPages {

  private static final int LONGEST_SHOWN = 300;

  private final Verifications verifications;
  private final PageMaker pages;

  VerifyPages(Verifications verifications, PageMaker pages) {
    this.verifications = verifications;
    this.pages = pages;
  }

  /** @param code as it stands in a printed link; empty: the form alone */
  @GetMapping
  ModelAndView ask(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
    if (code.isBlank()) return View.of("credentials/verify", "typed", "", "found", Optional.empty(), "problems", Problems.none());
    return answered(code, verifications.text(code, words(request)));
  }

  @PostMapping
  ModelAndView verify(@RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request) {
    if (file != null && !file.isEmpty()) {
      if (file.getSize() > Verifications.LARGEST) return wrong("file", "credentials.problem.large", text);
      return answered("", verifications.file(bytes(file), words(request)));
    }
    return text.isBlank() ? wrong("text", "credentials.problem.nothing", "") : answered(text, verifications.text(text, words(request)));
  }

  private static ModelAndView answered(String typed, Verification answer) {
    return View.of("credentials/verify", "typed", typed.length() > LONGEST_SHOWN ? "" : typed, "found", Optional.of(answer), "problems", Problems.none());
  }

  private static ModelAndView wrong(String field, String key, String typed) {
    return View.unprocessable("credentials/verify", "typed", typed, "found", Optional.empty(), "problems", Problems.none().add(field, key));
  }

  private Words words(HttpServletRequest request) {
    return pages.page(request).words();
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
