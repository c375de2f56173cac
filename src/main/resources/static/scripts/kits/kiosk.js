// A tablet at a door, locked to one shift by a key of its own: a code is shown or typed, a first name greets for three seconds, nothing else stays.
import { bars, openKit, takeAlong } from "./kit.js";
import { whoIs } from "./codes.js";
import { open } from "./dialogs.js";
import { scan } from "./scanner.js";
import { toText, utf8 } from "./bytes.js";
import { byId, place, say } from "./words.js";

const { shift } = place();
const GREETS_FOR = 3000;
const TRIES = 5;
let kit, stop, shown;

// What is kept of the leaving code: slow to try, useless elsewhere.
async function hash(pin, salt) {
  const key = await crypto.subtle.importKey("raw", utf8(pin), "PBKDF2", false, ["deriveBits"]);
  return toText(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: 300_000 }, key, 256));
}

openKit(shift, true).then(found => found ? start(found) : offer()).catch(offer);

function offer() {
  byId("take").hidden = false;
  byId("take-form").onsubmit = async event => {
    event.preventDefault();
    const pin = byId("pin").value.trim();
    if (pin.length < 4) return tell(byId("take-problem"), say("kiosk.short"));
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const taken = await takeAlong(shift, byId("phone").value, true, { pin: await hash(pin, salt), salt });
    byId("pin").value = "";
    if (taken.kit) return start(taken.kit);
    if (taken.problem === "sign-in") location.assign("/sign-in?to=" + encodeURIComponent(location.pathname));
    else tell(byId("take-problem"), say("take." + taken.problem));
  };
}

async function start(found) {
  kit = found;
  byId("take").hidden = true;
  byId("door").hidden = false;
  byId("title").textContent = kit.shift.title;
  history.replaceState(null, "", location.pathname);
  kit.heard = answer => {
    byId("saved-words").textContent = say(kit.unsent().length ? "kiosk.saved" : "kiosk.sent", kit.unsent().length);
    if (answer !== "sending" && kit.canGo()) leave();
  };
  kit.heard();
  kit.send();
  addEventListener("online", () => kit.send());
  setInterval(() => { if (kit.unsent().length) kit.send(); }, 20_000);
  navigator.wakeLock?.request("screen").catch(() => {});
  stop = await scan(byId("video"), byId("app").dataset.reader, came).catch(() => {
    tell(byId("scan-problem"), say("scan.noCamera"));
    byId("video").hidden = true;
    return () => {};
  });
  byId("code").focus();
}

async function came(text) {
  const kind = document.querySelector("[name=way]:checked").value;
  const who = await whoIs(text, kit);
  const row = kit.rows.get(who.v);
  if (who.refused) return greet("", say("why." + who.refused), false);
  const state = kit.state(row);
  const used = /^LT[13]:/.test(text) && kit.deeds.some(deed => deed.code === text && deed.kind === kind);
  if (used) return greet(row.n, say("why.code-replayed"), false);
  if (kind === "check-in" ? state.in : state.out) return greet(row.n, say("kiosk.already"), true);
  if (kind === "check-out" && !state.in) return greet(row.n, say("why.not-in"), false);
  if (kind === "check-in" && bars(row).length) return greet(row.n, say("kiosk.ask"), false);
  await kit.add(kind, { v: row.v, code: text.startsWith("LT") ? text : undefined });
  greet(row.n, say(kind === "check-in" ? "kiosk.welcome" : "kiosk.thanks"), true);
  document.querySelector("[name=way][value=check-in]").checked = true;
}

function greet(name, words, good) {
  const result = byId("result");
  result.hidden = false;
  result.classList.toggle("kits-refused", !good);
  result.querySelector(".kits-result-name").textContent = name;
  result.querySelector(".kits-result-words").textContent = words;
  navigator.vibrate?.(good ? 60 : [60, 60, 60]);
  clearTimeout(shown);
  shown = setTimeout(() => {
    result.hidden = true;
    for (const line of result.children) line.textContent = "";
  }, GREETS_FOR);
}

byId("code-form").onsubmit = event => {
  event.preventDefault();
  if (byId("code").value.trim()) came(byId("code").value);
  byId("code").value = "";
};
document.addEventListener("keydown", event => {
  if (kit && event.key.length === 1 && document.activeElement === document.body) byId("code").focus();
});

let tries = 0;
byId("leave-kiosk").onclick = () => {
  byId("leave-form").reset();
  tell(byId("leave-problem"), "");
  open("leave-dialog");
};
byId("leave-form").onsubmit = async event => {
  event.preventDefault();
  const right = await hash(byId("leave-pin").value.trim(), kit.kept.salt) === kit.kept.pin;
  byId("leave-pin").value = "";
  if (!right) {
    tell(byId("leave-problem"), say("kiosk.wrong"));
    if (++tries >= TRIES) {
      tries = 0;
      byId("leave-dialog").close();
      byId("leave-kiosk").disabled = true;
      setTimeout(() => { byId("leave-kiosk").disabled = false; }, 60_000);
    }
    return;
  }
  await kit.send();
  if (kit.unsent().length) return tell(byId("leave-problem"), say("kiosk.unsent", kit.unsent().length));
  byId("leave-dialog").close();
  leave();
};

async function leave() {
  stop?.();
  await kit.erase();
  byId("door").hidden = true;
  byId("erased").hidden = false;
  byId("title").textContent = "";
}

function tell(line, words) {
  line.textContent = words;
  line.hidden = !words;
}
