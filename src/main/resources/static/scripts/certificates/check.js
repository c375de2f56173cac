// Checks the signed facts behind the sign # of a certificate's code, here, with the platform's public keys: they are never sent. Keys that were
// fetched once stay on the phone, so that this works without network.
import { jwkKey, utf8, verify } from "../kits/bytes.js";

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const KEYS = "certificate-keys";
const NO_DAY = 65535;
const byId = id => document.getElementById(id);
const show = (id, shown = true) => byId(id)?.toggleAttribute("hidden", !shown);

function decode(text) {
  const bytes = [];
  let held = 0;
  let bits = 0;
  for (const sign of text.toUpperCase()) {
    const value = SIGNS.indexOf(sign);
    if (value < 0) return null;
    held = held << 5 | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  return new Uint8Array(bytes);
}

// What the bytes say; the order is that of the decision about certificates.
function facts(bytes) {
  let at = 0;
  const short = () => bytes[at++] << 8 | bytes[at++];
  const variable = () => {
    let number = 0;
    for (let place = 1; ; place *= 128) {
      const one = bytes[at++];
      number += (one & 127) * place;
      if (!(one & 128)) return number;
    }
  };
  const text = () => {
    const length = bytes[at++];
    return new TextDecoder().decode(bytes.slice(at, at += length));
  };
  at = 1;
  let bits = 0n;
  while (at < 8) bits = bits << 8n | BigInt(bytes[at++]);
  const number = Array.from({ length: 10 }, (none, i) => SIGNS[Number(bits >> BigInt(51 - 5 * i) & 31n)]).join("");
  at++;
  const days = [short(), short(), short()];
  const minutes = Array.from("ABCDE", grade => [grade, variable()]);
  variable();
  return { number, days, minutes, name: text(), about: text() };
}

// The newest keys, else those kept.
async function keys() {
  try {
    const answer = await fetch("/api/keys");
    if (answer.ok) localStorage.setItem(KEYS, JSON.stringify((await answer.json()).keys));
  } catch {
    // without network the kept ones serve
  }
  return JSON.parse(localStorage.getItem(KEYS) ?? "[]");
}

const calendar = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "UTC", dateStyle: "long", numberingSystem: "latn" });
const day = days => days === NO_DAY ? "–" : calendar.format(new Date(days * 86400000));
const time = minutes => Math.floor(minutes / 60) + ":" + String(minutes % 60).padStart(2, "0");

function tell(said) {
  byId("seal-name").textContent = said.name || "–";
  byId("seal-number").textContent = said.number.slice(0, 5) + "-" + said.number.slice(5);
  byId("seal-minutes").textContent = said.minutes.filter(([, minutes]) => minutes > 0).map(([grade, minutes]) => grade + " " + time(minutes)).join(" · ") || "0:00";
  byId("seal-about").textContent = said.about || "–";
  byId("seal-issued").textContent = day(said.days[0]);
  byId("seal-from").textContent = day(said.days[1]);
  byId("seal-to").textContent = day(said.days[2]);
}

async function check(number) {
  const bytes = decode(location.hash.slice(1));
  if (!crypto.subtle || location.hash.length < 100) return show("seal", false);
  const body = bytes?.slice(0, -64);
  const jwk = bytes && (await keys()).find(key => Number(key.kid) === bytes[0]);
  const signed = Boolean(jwk) && await verify(await jwkKey(jwk), new Uint8Array([...utf8("Linatatawwa LC1:"), ...body]), bytes.slice(-64));
  const said = signed ? facts(body) : null;
  const genuine = said?.number === number;
  if (genuine) tell(said);
  show("seal-genuine", genuine);
  show("seal-facts", genuine);
  show("seal-changed", !genuine && Boolean(jwk || !bytes));
  show("seal-unknown", !genuine && Boolean(bytes) && !jwk);
  show("seal");
}

// The page kept on the phone stands in for what the code opens: with a network it makes way for the page that knows how things stand today.
async function standIn(number) {
  try {
    await fetch("/api/certificates/" + number);
    location.replace("/certificates/check/" + number + location.hash);
  } catch {
    show("seal-offline");
  }
}

const number = location.pathname.split("/").pop().toUpperCase().replace("-", "");
if (byId("seal-offline") && /^[0-9A-Z]{10}$/.test(number)) await standIn(number);
addEventListener("hashchange", () => check(number));
await check(number);
