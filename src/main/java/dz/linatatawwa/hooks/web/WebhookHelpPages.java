package dz.linatatawwa.hooks.web;

import dz.linatatawwa.hooks.HookKind;
import dz.linatatawwa.hooks.Hooks;
import dz.linatatawwa.site.View;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a developer needs to receive webhooks: the messages with examples, how they are signed, when they come again. */
@Controller
class WebhookHelpPages {

  private final Hooks hooks;

  WebhookHelpPages(Hooks hooks) {
    this.hooks = hooks;
  }

  @GetMapping("/developers/webhooks")
  ModelAndView help() {
    return View.of("hooks/help", "kinds", List.of(HookKind.values()), "openKey", hooks.openKey(), "examples", Hooks.examples());
  }
}
