// The list of a shift's people: sought by folded name, a few dozen at a time, each with one big button and what is saved where.
import { fold } from "./fold.js";
import { bars } from "./kit.js";
import { byId, say, time } from "./words.js";

const SHOWN = 40;

export class Roll {
  constructor(kit, act) {
    this.kit = kit;
    this.act = act;
    this.shown = SHOWN;
    this.sought = "";
    this.list = byId("roll");
    byId("search").addEventListener("input", event => { this.sought = fold(event.target.value); this.shown = SHOWN; this.draw(); });
    byId("more").onclick = () => { this.shown += SHOWN; this.draw(); };
    this.list.addEventListener("click", event => {
      const button = event.target.closest("button");
      if (button) act(button.dataset.deed, this.kit.rows.get(Number(button.closest("li").dataset.v)));
    });
    this.sort();
  }

  sort() {
    const language = document.documentElement.lang;
    this.rows = [...this.kit.rows.values()].map(row => ({ row, folded: fold(row.n ?? "") })).sort((a, b) => (a.row.n ?? "").localeCompare(b.row.n ?? "", language));
  }

  draw() {
    if (this.rows.length !== this.kit.rows.size) this.sort();
    const found = this.rows.filter(({ row, folded }) => !this.sought || folded.includes(this.sought) || row.c === this.sought);
    this.put(found.slice(0, this.shown).map(({ row }) => this.item(this.kit.rows.get(row.v))));
    byId("nobody").hidden = found.length > 0;
    byId("more").hidden = found.length <= this.shown;
    this.count();
  }

  // Only what changed is replaced: a line must not go away under a finger.
  put(items) {
    const before = [...this.list.children];
    if (before.length !== items.length || before.some((line, i) => line.id !== items[i].id)) this.list.replaceChildren(...items);
    else items.forEach((item, i) => { if (text(item) !== text(before[i])) before[i].replaceWith(item); });
  }

  // One person's line anew, without touching the others.
  redraw(row) {
    const before = this.list.querySelector(`[data-v="${row.v}"]`);
    if (before) before.replaceWith(this.item(row));
    this.count();
  }

  item(row) {
    const item = byId("row").content.firstElementChild.cloneNode(true);
    const state = this.kit.state(row);
    const name = row.n ?? "";
    item.dataset.v = row.v;
    item.id = "p" + row.v;
    item.className = state.out ? "kits-out" : state.in ? "kits-in" : state.absent ? "kits-absent" : "";
    item.querySelector("bdi").textContent = name;
    const marks = item.querySelector(".kits-marks");
    const mark = (words, kind) => marks.append(Object.assign(document.createElement("span"), { className: "pill pill-" + kind, textContent: words }), " ");
    if (row.r) mark(row.r, "quiet");
    if (row.w || state.last?.kind === "walk-in") mark(say("row.walkIn"), "info");
    const barred = bars(row);
    if (row.f & 1 && !barred.length) mark(say("row.minor"), "info");
    for (const key of barred) mark(say("row." + key), "error");
    if (row.p !== undefined) mark(row.p ? say("row.with", `\u2068${row.p}\u2069`) : say("row.withGroup"), "quiet");
    if (row.t) mark(`\u2068${row.t}\u2069`, "quiet");
    if (row.a) mark(say("row.and", `\u2068${row.a}\u2069`), "quiet");
    item.querySelector(".kits-facts").textContent = this.facts(row, state).join(" · ");
    item.querySelector("summary span").textContent = " " + name;
    const button = item.querySelector(".kits-deed");
    button.dataset.deed = state.in ? "check-out" : "check-in";
    button.hidden = Boolean(state.out) || (!state.in && barred.length > 0);
    button.textContent = say("do." + button.dataset.deed);
    button.setAttribute("aria-label", say("do." + button.dataset.deed + ".who", name));
    button.classList.add(state.in ? "button-secondary" : "button-primary");
    item.querySelector("[data-deed=undo]").hidden = !this.kit.undoable(row.v);
    item.querySelector("[data-deed=no-show]").hidden = Boolean(state.in || state.absent);
    item.querySelector(".kits-more").hidden = [...item.querySelectorAll(".kits-more button")].every(b => b.hidden);
    return item;
  }

  facts(row, state) {
    const facts = [];
    if (row.c) facts.push("\u2066" + row.c + "\u2069");
    if (state.in) facts.push(say("row.in", time(state.in)));
    if (state.out) facts.push(say("row.out", time(state.out)));
    if (state.absent && !state.in) facts.push(say("row.absent"));
    if (state.last) facts.push(stateWords(state.last));
    return facts;
  }

  count() {
    const counts = { expected: 0, in: 0, out: 0, absent: 0 };
    for (const row of this.kit.rows.values()) {
      const state = this.kit.state(row);
      if (!row.w) counts.expected++;
      if (state.out) counts.out++;
      else if (state.in) counts.in++;
      else if (state.absent) counts.absent++;
    }
    for (const [name, count] of Object.entries(counts)) byId("count-" + name).textContent = count;
  }
}

const text = line => line.className + line.innerHTML.replace(/<details([^>]*) open=""/, "<details$1");

export const stateWords = deed => deed.state === "confirmed" && !["done", "already"].includes(deed.outcome) ? say("state." + deed.outcome) : say("state." + deed.state);
