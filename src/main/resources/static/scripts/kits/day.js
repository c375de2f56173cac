// The day's screen of a leader: what is kept on this phone, and what is done with it.
import { bars, openKit, takeAlong } from "./kit.js";
import { whoIs } from "./codes.js";
import { Roll, stateWords } from "./roll.js";
import { open, sure } from "./dialogs.js";
import { scan } from "./scanner.js";
import { show as showSiteCode } from "./sitecode.js";
import { renewing } from "./renewal.js";
import { byId, day, place, say, time, why } from "./words.js";

const { shift } = place();
const UNDO_FOR = 10_000;
let kit, roll, erasing = false;

openKit(shift).then(found => found ? start(found) : offer()).catch(problem => {
  offer();
  tell(byId("take-problem"), say("take.broken"));
  throw problem;
});

function offer() {
  byId("take").hidden = false;
  byId("take-form").onsubmit = async event => {
    event.preventDefault();
    const button = event.submitter;
    button.disabled = true;
    tell(byId("take-problem"), "");
    const taken = await takeAlong(shift, byId("phone").value, false);
    button.disabled = false;
    if (taken.kit) return start(taken.kit);
    if (taken.problem === "sign-in") location.assign("/sign-in?to=" + encodeURIComponent(location.pathname));
    else tell(byId("take-problem"), say("take." + taken.problem));
  };
}

function start(found) {
  kit = found;
  byId("take").hidden = true;
  byId("day").hidden = false;
  byId("title").textContent = kit.shift.title;
  byId("when").textContent = [day(kit.shift.from), say("when", time(kit.shift.from), time(kit.shift.to)), kit.shift.place && `\u2068${kit.shift.place}\u2069`].filter(Boolean).join(" · ");
  document.title = kit.shift.title;
  roll = new Roll(kit, act);
  roll.draw();
  kit.heard = heard;
  saved();
  early();
  kit.send();
  addEventListener("online", () => kit.send());
  setInterval(() => kit.unsent().length ? kit.send() : kit.ask(), 30_000);
  renewing(byId("renew"), () => !kit.unsent().length);
  navigator.storage?.persisted?.().then(safe => { byId("durable").textContent = say(safe ? "durable" : "notDurable"); });
}

// Before the doors open everything still works, but somebody has to look at it.
function early() {
  const wait = kit.shift.opens - kit.now();
  tell(byId("early"), wait > 0 ? say("early", time(kit.shift.opens)) : "");
  if (wait > 0) setTimeout(early, Math.min(wait + 1000, 60_000));
}

// What the phone has to say after each step of sending.
function heard(answer) {
  if (answer !== "sending") {
    roll.draw();
    problems();
  }
  saved(answer);
  if (erasing) return;
  if (answer !== "sending" && kit.kept.withdrawn) erase(say("saved.withdrawn"));
  else if (answer === "nothing" || answer === "sent") if (kit.canGo()) erase();
}

function saved(answer) {
  const counts = { kept: 0, sent: 0, confirmed: 0 };
  for (const deed of kit.deeds) counts[deed.state]++;
  for (const [state, count] of Object.entries(counts)) byId("count-" + state).textContent = count;
  const waits = counts.kept + counts.sent > 0;
  byId("saved").classList.toggle("kits-waits", waits);
  byId("saved-words").textContent = say(kit.kept.withdrawn ? "saved.withdrawn" : !kit.deeds.length ? "saved.nothing" : waits
    ? answer === "refused" ? "saved.refused" : "saved.here" : "saved.there");
  byId("send").hidden = !waits;
  byId("export").hidden = !waits;
  byId("renew").disabled = waits;
}

byId("send").onclick = () => kit.send();
byId("export").onclick = byId("export-always").onclick = () => {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(kit.file()), download: `shift-${shift}-kit-${kit.id}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

async function act(kind, row) {
  if (kind === "check-in" && bars(row).length) return;
  if (kind === "undo") {
    const deed = kit.undoable(row.v);
    if (deed) await kit.add("undo", { v: row.v, undoes: deed.key });
  } else {
    undoBar(await kit.add(kind, { v: row.v }), row);
  }
  roll.redraw(row);
  saved();
}

function undoBar(deed, row) {
  const bar = byId("undo");
  bar.querySelector("p").textContent = say("did." + deed.kind, row.n, time(kit.now()));
  bar.hidden = false;
  clearTimeout(bar.timer);
  bar.timer = setTimeout(() => { bar.hidden = true; }, UNDO_FOR);
  bar.querySelector("button").onclick = async () => {
    bar.hidden = true;
    await kit.add("undo", { v: row.v, undoes: deed.key });
    roll.redraw(row);
    saved();
  };
}

// A code that was scanned, typed, or came from a scanner that types.
async function came(text, result) {
  const kind = document.querySelector("[name=way]:checked").value;
  const who = await whoIs(text, kit);
  const row = kit.rows.get(who.v);
  if (who.refused === "code-foreign") return shown(result, "", say("why.code-foreign"), false, true);
  if (who.refused) return shown(result, row?.n ?? "", say("why." + who.refused), false);
  const state = kit.state(row);
  const used = kit.deeds.some(deed => deed.code === text && deed.kind === kind && deed.v === row.v) && /^LT[13]:/.test(text);
  const already = kind === "check-in" ? state.in : state.out;
  if (already) return shown(result, row.n, used ? say("why.code-replayed") : say("already." + kind, time(already)), false);
  if (used) return shown(result, row.n, say("why.code-replayed"), false);
  if (kind === "check-out" && !state.in) return shown(result, row.n, say("why.not-in"), false);
  if (kind === "check-in" && bars(row).length) return shown(result, row.n, barredWords(row), false);
  const deed = await kit.add(kind, { v: row.v, code: text.startsWith("LT") ? text : undefined });
  roll.redraw(row);
  saved();
  undoBar(deed, row);
  shown(result, row.n, [say("did.short." + kind, time(kit.now())), stateWords(deed)].join(" · "), true);
}

const barredWords = row => say("row.barred", bars(row).map(key => say("row." + key)).join(" · "));

function shown(result, name, words, good, stranger = false) {
  result.hidden = false;
  result.querySelector("[data-walk-in]").hidden = !stranger;
  result.classList.toggle("kits-refused", !good);
  result.querySelector(".kits-result-name").textContent = name;
  result.querySelector(".kits-result-words").textContent = words;
  result.dataset.shown = Number(result.dataset.shown ?? 0) + 1;
  navigator.vibrate?.(good ? 60 : [60, 60, 60]);
}

byId("code-form").onsubmit = event => {
  event.preventDefault();
  const field = byId("code");
  if (field.value.trim()) came(field.value, byId("result"));
  field.value = "";
  field.focus();
};
// A scanner that types begins anywhere on the page.
document.addEventListener("keydown", event => {
  if (kit && event.key.length === 1 && !event.ctrlKey && !event.metaKey && document.activeElement === document.body) byId("code").focus();
});

byId("scan").onclick = async () => {
  let stop = () => {};
  const result = byId("scan-result");
  result.hidden = true;
  tell(byId("scan-problem"), "");
  open("scan-dialog", () => stop());
  stop = await scan(byId("video"), byId("app").dataset.reader, text => came(text, result)).catch(() => {
    tell(byId("scan-problem"), say("scan.noCamera"));
    return () => {};
  });
  if (!byId("scan-dialog").open) stop();
};

byId("site-code").onclick = () => {
  const stop = showSiteCode(byId("site-qr"), kit);
  open("site-dialog", stop);
};

byId("everybody").onclick = async () => {
  const kind = document.querySelector("[name=way]:checked").value;
  const rows = [...kit.rows.values()].filter(row => {
    const state = kit.state(row);
    return kind === "check-in" ? !row.w && !state.in && !state.absent && !bars(row).length : state.in && !state.out;
  });
  if (!rows.length || !await sure(say("everybody." + kind, rows.length), say("everybody.yes." + kind))) return;
  for (const row of rows) await kit.add(kind, { v: row.v });
  roll.draw();
  saved();
};

for (const button of document.querySelectorAll("[data-walk-in]")) button.onclick = () => {
  byId("scan-dialog").close();
  byId("walk-in").click();
};
byId("walk-in").onclick = () => {
  byId("walk-form").reset();
  byId("walk-problem").hidden = true;
  open("walk-dialog");
};
byId("walk-form").onsubmit = async event => {
  event.preventDefault();
  const typed = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim()]));
  const known = [...kit.rows.values()].find(row => row.c && row.c === typed.number);
  if (!typed.number && !(typed.name && typed.contact && typed.birthYear)) return void (byId("walk-problem").hidden = false);
  if (known) await act("check-in", known);
  else await kit.add("walk-in", { who: typed });
  byId("walk-dialog").close();
  saved();
  notes();
};

for (const kind of ["incident", "goods"]) byId(kind).onclick = () => {
  byId("note-form").reset();
  byId("note-title").textContent = say("note." + kind);
  byId("note-label").textContent = say("note." + kind + ".label");
  byId("note-form").onsubmit = async event => {
    event.preventDefault();
    const text = byId("note-text").value.trim();
    if (!text) return byId("note-text").focus();
    await kit.add(kind, { text, place: byId("note-place").value.trim() || undefined });
    byId("note-dialog").close();
    saved();
    notes();
  };
  open("note-dialog");
};

function notes() {
  byId("notes").replaceChildren(...kit.deeds.filter(deed => deed.text || deed.who).map(deed => {
    const item = document.createElement("li");
    const what = deed.text ?? [deed.who.name, deed.who.number, deed.who.contact].filter(Boolean).join(" · ");
    item.append(Object.assign(document.createElement("bdi"), { textContent: what }), ` · ${time(deed.at + kit.kept.drift)} · ${stateWords(deed)}`);
    return item;
  }));
}

function problems() {
  notes();
  const all = kit.problems();
  byId("problems").hidden = !all.length;
  byId("problem-list").replaceChildren(...all.map(deed => {
    const item = byId("problem").content.firstElementChild.cloneNode(true);
    item.querySelector("b").textContent = kit.rows.get(deed.v)?.n ?? deed.who?.name ?? deed.text ?? "";
    item.querySelector(".kits-why").textContent = [say("did.short." + deed.kind, time(deed.at + kit.kept.drift)), say("state." + deed.outcome),
      why(deed.why)].filter(Boolean).join(" · ");
    item.querySelector("button").onclick = async () => { await kit.see(deed); problems(); if (kit.canGo()) erase(); };
    return item;
  }));
}

byId("erase").onclick = async () => {
  if (await sure(say(kit.unsent().length ? "erase.unsent" : "erase.sure", kit.unsent().length), say("erase.yes"))) erase();
};

async function erase(reason) {
  erasing = true;
  await kit.erase();
  if (reason) byId("erased").querySelector("p").textContent = reason;
  byId("day").hidden = byId("undo").hidden = true;
  byId("erased").hidden = false;
}

function tell(line, words) {
  line.textContent = words;
  line.hidden = !words;
}
