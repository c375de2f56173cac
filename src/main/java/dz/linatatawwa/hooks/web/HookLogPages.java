package dz.linatatawwa.hooks.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.hooks.Hook;
import dz.linatatawwa.hooks.HookDelivery;
import dz.linatatawwa.hooks.HookId;
import dz.linatatawwa.hooks.HookLog;
import dz.linatatawwa.hooks.Hooks;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an address was told and how it went; trying it, and sending again what did not arrive. */
@Controller
@RequestMapping({HookPages.OF_ORGANIZATION + HookPages.ONE, HookPages.OF_PARTNER + HookPages.ONE})
class HookLogPages {

  private final HookFrames frames;
  private final Hooks hooks;
  private final HookLog log;
  private final Clock clock;

  HookLogPages(HookFrames frames, Hooks hooks, HookLog log, Clock clock) {
    this.frames = frames;
    this.hooks = hooks;
    this.log = log;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String before) {
    HookFrame frame = frames.open(me.id(), path);
    Hook hook = hooks.find(frame.owner(), new HookId(hid));
    HookDelivery.@Nullable State shown = Arrays.stream(HookDelivery.State.values()).filter(one -> one.code().equals(state)).findFirst().orElse(null);
    List<HookDelivery> rows = log.of(hook, shown, before.matches("[1-9]\\d{0,17}") ? Long.valueOf(before) : null);
    return View.of("hooks/show", "frame", frame, "hook", hook, "counts", log.counts(hook), "rows", rows, "state", shown == null ? "" : shown.code(), "now", clock.instant());
  }

  @GetMapping("/deliveries/{did:[1-9][0-9]{0,17}}")
  ModelAndView delivery(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid, @PathVariable long did) {
    HookFrame frame = frames.open(me.id(), path);
    Hook hook = hooks.find(frame.owner(), new HookId(hid));
    return View.of("hooks/delivery", "frame", frame, "hook", hook, "whole", log.find(hook, did).orElseThrow(() -> new NotFound("delivery " + did)), "now", clock.instant());
  }

  @PostMapping("/pings")
  ModelAndView ping(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid) {
    HookFrame frame = frames.open(me.id(), path);
    Hook hook = hooks.find(frame.owner(), new HookId(hid));
    boolean sent = hooks.ping(hook);
    return View.seeOther(frame.address(hook.id(), "") + "#messages", sent ? View.saying("hooks.said.pinged") : View.refusing("hooks.said.notPinged"));
  }

  @PostMapping("/deliveries/{did:[1-9][0-9]{0,17}}/again")
  ModelAndView resend(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid, @PathVariable long did) {
    HookFrame frame = frames.open(me.id(), path);
    Hook hook = hooks.find(frame.owner(), new HookId(hid));
    if (log.find(hook, did).isEmpty()) throw new NotFound("delivery " + did);
    boolean again = hooks.resend(hook, did);
    return View.seeOther(frame.address(hook.id(), "/deliveries/" + did), again ? View.saying("hooks.said.again", 1) : View.refusing("hooks.said.underWay"));
  }

  @PostMapping("/deliveries/again")
  ModelAndView resendDead(SignedIn me, @PathVariable Map<String, String> path, @PathVariable long hid) {
    HookFrame frame = frames.open(me.id(), path);
    Hook hook = hooks.find(frame.owner(), new HookId(hid));
    return View.seeOther(frame.address(hook.id(), "") + "#messages", View.saying("hooks.said.again", hooks.resendDead(hook)));
  }
}
