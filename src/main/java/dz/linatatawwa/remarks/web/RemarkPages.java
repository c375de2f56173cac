package dz.linatatawwa.remarks.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.remarks.Remark;
import dz.linatatawwa.remarks.RemarkFile;
import dz.linatatawwa.remarks.Remarks;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The remarks in one file, for the supervisors of its place. A person's file is opened with a reason that the person sees. */
@Controller
@RequestMapping("/supervision/remarks/{kind:organization|account}/{id:[1-9][0-9]{0,17}}")
class RemarkPages {

  private final Remarks remarks;
  private final Accounts accounts;
  private final AccessLog log;

  RemarkPages(Remarks remarks, Accounts accounts, AccessLog log) {
    this.remarks = remarks;
    this.accounts = accounts;
    this.log = log;
  }

  @GetMapping
  ModelAndView show(@PathVariable String kind, @PathVariable long id, SignedIn me, @RequestParam(defaultValue = "1") String page) {
    return show(me, open(me, kind, id), page, "", Problems.none());
  }

  @PostMapping("/lines")
  ModelAndView write(@PathVariable String kind, @PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String words) {
    RemarkFile file = open(me, kind, id);
    Problems problems = Problems.none();
    if (Typed.deceives(words)) problems.add("words", "site.problem.characters");
    String text = Typed.text(words);
    if (text.length() < 3) problems.add("words", "site.problem.required");
    if (text.length() > Remarks.LONGEST) problems.add("words", "site.problem.tooLong", Remarks.LONGEST);
    if (problems.any()) return show(me, file, "1", words, problems);
    remarks.write(me.id(), file, text);
    return View.seeOther(file.address(), View.saying("remarks.said.written"));
  }

  @PostMapping("/{remark:[1-9][0-9]{0,17}}/striking")
  ModelAndView strike(@PathVariable String kind, @PathVariable long id, @PathVariable long remark, SignedIn me) {
    RemarkFile file = remarks.open(me.id(), file(kind, id));
    if (!remarks.strike(me.id(), file, remark)) throw new NotFound("remark " + remark + " is not " + me.id() + "'s to strike");
    return View.seeOther(file.address(), View.saying("remarks.said.struck"));
  }

  private RemarkFile open(SignedIn me, String kind, long id) {
    RemarkFile file = remarks.open(me.id(), file(kind, id));
    if (file instanceof RemarkFile.Person(AccountId person)) log.pass(me.id(), person, "remarks", Long.toString(id));
    return file;
  }

  private static RemarkFile file(String kind, long id) {
    return kind.equals("organization") ? new RemarkFile.Body(new OrganizationId(id)) : new RemarkFile.Person(new AccountId(id));
  }

  private ModelAndView show(SignedIn me, RemarkFile file, String page, String words, Problems problems) {
    Slice<Remark> slice = remarks.of(file, page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
    String name = file instanceof RemarkFile.Person(AccountId person) ? accounts.names(List.of(person)).getOrDefault(person, "") : remarks.name(file);
    Object[] parameters = {"file", file, "name", name, "slice", slice, "me", me.id(), "words", words, "problems", problems,
        "names", accounts.names(slice.rows().stream().map(Remark::author).distinct().toList())};
    return problems.any() ? View.unprocessable("remarks/file", parameters) : View.of("remarks/file", parameters);
  }
}
