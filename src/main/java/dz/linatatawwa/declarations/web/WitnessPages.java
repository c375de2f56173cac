package dz.linatatawwa.declarations.web;

import dz.linatatawwa.declarations.Declaration;
import dz.linatatawwa.declarations.Declarations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a witness sees under their link: who, what, when and where, and two buttons; no contact, no paper, nobody who was helped. */
@Controller
@RequestMapping("/declarations/witness/{token}")
class WitnessPages {

  private final Declarations declarations;
  private final DeclarationChoices choices;

  WitnessPages(Declarations declarations, DeclarationChoices choices) {
    this.declarations = declarations;
    this.choices = choices;
  }

  @GetMapping
  ModelAndView show(@PathVariable UUID token, HttpServletRequest request) {
    Declaration declaration = declarations.forWitness(token).orElseThrow(() -> new NotFound("witness"));
    return View.of("declarations/witness", "declaration", declaration, "token", token.toString(), "place", choices.place(declaration, request));
  }

  @PostMapping("/answer")
  ModelAndView answer(@PathVariable UUID token, @RequestParam(defaultValue = "") String answer) {
    if (answer.equals("affirmed") || answer.equals("denied")) declarations.witness(token, answer.equals("affirmed"));
    return View.seeOther("/declarations/witness/" + token);
  }
}
