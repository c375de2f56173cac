// A shift on this phone: taking it along, what its people's state is, what was done, sending it, erasing it.
import { all, deedsOf, get, newKey, put, remove, seal, unseal } from "./store.js";
import { fromText, jwkKey, newPair, publicJwk, sign, toText, utf8, verify } from "./bytes.js";

const AT_ONCE = 200;
const PATIENCE = 30_000;

const decoded = part => JSON.parse(new TextDecoder().decode(fromText(part)));

async function post(path, body, headers = {}) {
  return fetch(path, { method: "POST", body, headers: { "Content-Type": "application/json", ...headers }, signal: AbortSignal.timeout(PATIENCE) });
}

// Why somebody may not be let in, by the rules for minors, as the roster says it: names of words, none where they may. The server judges again.
const BARS = [[2, "consentMissing"], [4, "tooYoung"], [8, "youngHours"], [16, "groupOnly"], [32, "alone"]];
export const bars = row => BARS.filter(([bit]) => row.f & bit).map(([, key]) => key);

// Asks the server for the shift and keeps it here. The answer says why not: "sign-in", "missing", "network".
export async function takeAlong(shift, phone, kiosk, more = {}) {
  if (!window.isSecureContext) return { problem: "insecure" };
  const pair = await newPair();
  let answer;
  try {
    const session = await (await fetch("/api/session")).json();
    if (!session.signedIn) return { problem: "sign-in" };
    answer = await post(`/api/shifts/${shift}/kits`, JSON.stringify({ key: await publicJwk(pair), phone, kiosk }), { [session.header]: session.token });
  } catch {
    return { problem: "network" };
  }
  if (!answer.ok) return { problem: answer.status === 401 ? "sign-in" : "missing" };
  const signed = (await answer.json()).kit;
  const [, payload] = signed.split(".");
  const given = decoded(payload);
  await navigator.storage?.persist?.();
  await put("kits", { kit: given.kit, shift: given.shift.id, organization: given.shift.organization, kiosk, pair, keys: given.keys, drift: given.now - Date.now(),
    over: given.shift.shuts, about: given.shift, roster: await seal(signed), ...more });
  return { kit: await openKit(shift, kiosk) };
}

// The kit of a shift that is on this phone, or null. What sign-out left of others (deeds without names) is sent and goes.
export async function openKit(shift, kiosk = false) {
  const kits = (await all("kits")).filter(kit => kit.shift === shift && Boolean(kit.kiosk) === kiosk).sort((a, b) => b.kit - a.kit);
  for (const bare of kits.filter(kit => !kit.roster)) new Kit(bare).load().then(finished);
  const found = kits.find(kit => kit.roster);
  return found ? new Kit(found).load() : null;
}

export const keptKits = async () => Promise.all((await all("kits")).map(kit => new Kit(kit).load()));

export async function finished(kit) {
  if (kit.unsent().length) await kit.send();
  if (!kit.unsent().length) await kit.erase();
}

export class Kit {
  constructor(kept) {
    this.kept = kept;
    this.deeds = [];
    this.heard = () => {};
  }

  // Opens the seal, and trusts the roster only with the server's signature under it.
  async load() {
    this.id = this.kept.kit;
    this.shift = this.kept.about;
    this.rows = new Map();
    this.gone = new Set();
    if (this.kept.roster) await this.loadRoster();
    for (const deed of await deedsOf(this.id)) this.deeds.push({ ...deed, ...await unseal(deed.sealed) });
    return this;
  }

  async loadRoster() {
    const signed = await unseal(this.kept.roster);
    const [head, payload, signature] = signed.split(".");
    const key = this.kept.keys.find(k => k.kid === decoded(head).kid);
    if (!key || !await verify(await jwkKey(key), utf8(head + "." + payload), fromText(signature))) throw new Error("the roster is not the server's");
    const given = decoded(payload);
    this.gone = new Set([...given.gone.phones, ...given.gone.cards]);
    this.rows = new Map(given.rows.map(row => [row.v, row]));
    if (this.kept.states) this.learn(await unseal(this.kept.states));
  }

  // The server's time, as this phone can best tell it.
  now() {
    return Date.now() + this.kept.drift;
  }

  learn(states) {
    for (const row of this.rows.values()) for (const name of ["f", "p", "i", "o", "x", "q"]) delete row[name];
    for (const state of states) this.rows.set(state.v, { ...this.rows.get(state.v), ...state });
  }

  unsent() {
    return this.deeds.filter(deed => deed.state !== "confirmed");
  }

  problems() {
    return this.deeds.filter(deed => deed.state === "confirmed" && !["done", "already"].includes(deed.outcome) && !deed.seen);
  }

  // What this phone has to say of a person that the server has not confirmed yet, on top of what the server said.
  state(row) {
    const seen = { in: row.i && row.i * 1000, out: row.o && row.o * 1000, absent: row.x && row.x * 1000 };
    const mine = this.deeds.filter(deed => deed.v === row.v);
    const waiting = mine.filter(deed => deed.state !== "confirmed");
    const undone = new Set(waiting.filter(deed => deed.kind === "undo").map(deed => deed.undoes));
    for (const deed of waiting) if (!undone.has(deed.key)) applied(seen, deed, deed.at + this.kept.drift);
    for (const deed of mine) if (deed.state === "confirmed" && undone.has(deed.key)) takenBack(seen, deed);
    seen.last = mine.at(-1);
    return seen;
  }

  // The newest deed about somebody that can still be taken back here.
  undoable(volunteer) {
    const undone = new Set(this.deeds.filter(deed => deed.kind === "undo").map(deed => deed.undoes));
    return this.deeds.filter(deed => deed.v === volunteer && deed.kind !== "undo" && !undone.has(deed.key)
      && (deed.state !== "confirmed" || deed.outcome === "done")).at(-1);
  }

  // Done when it is safely on this phone.
  async add(kind, what = {}) {
    const deed = { key: newKey(), kind, at: Date.now(), ...what };
    const kept = { kit: this.id, key: deed.key, state: "kept", sealed: await seal(deed) };
    kept.seq = await put("deeds", kept);
    const whole = { ...kept, ...deed };
    this.deeds.push(whole);
    this.soon();
    return whole;
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), 400);
  }

  // Sends what is not confirmed, oldest first. One sender at a time, over all tabs of this phone.
  send(final = false) {
    return navigator.locks.request("send-" + this.id, async () => {
      let answer = "nothing";
      if (!this.asked || this.unsent().length) {
        do answer = await this.sendPart(this.unsent().slice(0, AT_ONCE), false);
        while (answer === "sent" && this.unsent().length);
      }
      if (final && !this.unsent().length && ["nothing", "sent"].includes(answer)) answer = await this.sendPart([], true);
      return answer;
    }).then(answer => (this.heard(answer), answer));
  }

  // What other phones did meanwhile comes with the next answer.
  ask() {
    this.asked = false;
    return this.send();
  }

  async sendPart(part, final) {
    part.forEach(deed => { deed.state = "sent"; });
    this.heard("sending");
    const lines = part.map(({ key, seq, kind, v, at, code, undoes, text, place, who }) => ({ key, seq, kind, v, at, code, undoes, text, place, who }));
    const body = JSON.stringify({ sentAt: Date.now(), deeds: lines, done: final });
    try {
      const signature = toText(await sign(this.kept.pair, utf8(body)));
      const answer = await post(`/api/kits/${this.id}/deeds`, body, { "X-Kit-Signature": signature });
      if (!answer.ok) throw new Error(answer.status);
      await this.confirmed(part, await answer.json());
      this.asked = true;
      return "sent";
    } catch (problem) {
      part.forEach(deed => { if (deed.state === "sent") deed.state = "kept"; });
      return Number(problem.message) >= 400 && Number(problem.message) < 500 ? "refused" : "network";
    }
  }

  async confirmed(part, receipt) {
    const answers = new Map(receipt.answers.map(answer => [answer.key, answer]));
    for (const deed of part) {
      const answer = answers.get(deed.key);
      if (!answer) { deed.state = "kept"; continue; }
      Object.assign(deed, { state: "confirmed", outcome: answer.outcome, why: answer.code });
      await this.keepState(deed);
    }
    this.kept.drift = receipt.now - Date.now();
    this.kept.withdrawn = receipt.withdrawn;
    if (receipt.rows && this.kept.roster) {
      this.kept.states = await seal(receipt.rows);
      this.learn(receipt.rows);
    }
    if (await get("kits", this.id)) await put("kits", this.kept);
  }

  async keepState({ seq, kit, key, state, sealed, outcome, why, seen }) {
    await put("deeds", { seq, kit, key, state, sealed, outcome, why, seen });
  }

  async see(deed) {
    deed.seen = true;
    await this.keepState(deed);
  }

  // After the shift, once everything is confirmed and looked at; or when somebody asks for it.
  canGo() {
    return this.now() > this.kept.over && !this.unsent().length && !this.problems().length;
  }

  // The roster goes in any case; deeds that are not confirmed stay, without names, until they are.
  async erase() {
    await this.send(true);
    for (const deed of this.deeds) if (deed.state === "confirmed") await remove("deeds", deed.seq);
    const { roster, states, ...bare } = this.kept;
    if (this.unsent().length) await put("kits", bare);
    else await remove("kits", this.id);
  }

  file() {
    const lines = this.deeds.map(({ key, seq, kind, v, at, code, undoes, text, place, who, state, outcome, why }) =>
      ({ key, seq, kind, v, at, code, undoes, text, place, who, state, outcome, why }));
    return new Blob([JSON.stringify({ kit: this.id, shift: this.shift.id, madeAt: Date.now(), drift: this.kept.drift, deeds: lines }, null, 1)],
      { type: "application/json" });
  }
}

function applied(seen, deed, at) {
  if (deed.kind === "check-in" || deed.kind === "walk-in") {
    seen.in ??= at;
    seen.absent = undefined;
  }
  if (deed.kind === "check-out" && seen.in) seen.out ??= at;
  if (deed.kind === "no-show" && !seen.in) seen.absent ??= at;
}

function takenBack(seen, deed) {
  if (deed.kind === "check-in" || deed.kind === "walk-in") seen.in = seen.out = undefined;
  if (deed.kind === "check-out") seen.out = undefined;
  if (deed.kind === "no-show") seen.absent = undefined;
}
