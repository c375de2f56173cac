// Who a scanned code shows, checked here with the server's keys: no network is needed.
import { fromBase45, jwkKey, rawKey, toText, utf8, verify } from "./bytes.js";
import { digits } from "./fold.js";

const PASS = { account: 0, key: 8, expiry: 72, kid: 76, signature: 77, time: 141, deviceSignature: 145, length: 209 };
const CARD = { account: 0, number: 8, kid: 16, signature: 17, length: 81 };
const GOOD_FOR = 45;
const CLOCKS_DIFFER = 30;
const PAGE_LIFE = 300;

const number = (bytes, from, length) => Number(bytes.slice(from, from + length).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n));

// { v, two } for somebody, or { refused: why }. kit: its keys, its people, the withdrawn.
export async function whoIs(text, kit) {
  const code = text.trim();
  const typed = digits(code).replace(/[\s-]/g, "");
  if (/^\d{6}$/.test(typed)) return byDigits(typed, kit);
  if (code.startsWith("LT1:")) return phone(fromBase45(code.slice(4)), kit);
  if (code.startsWith("LT2:")) return card(fromBase45(code.slice(4)), kit);
  if (code.startsWith("LT3:")) return page(fromBase45(code.slice(4)), kit);
  return { refused: /\/here#/.test(code) ? "site-code" : "no-code" };
}

function byDigits(typed, kit) {
  const row = [...kit.rows.values()].find(row => row.c === typed);
  return row ? { v: row.v, two: false } : { refused: "unknown-digits" };
}

async function phone(bytes, kit) {
  if (bytes?.length !== PASS.length) return { refused: "code-forged" };
  if (!await byServer(bytes, PASS, kit)) return { refused: "code-forged" };
  const device = await rawKey(bytes.slice(PASS.key, PASS.expiry)).catch(() => null);
  if (!device || !await verify(device, bytes.slice(0, PASS.deviceSignature), bytes.slice(PASS.deviceSignature))) return { refused: "code-forged" };
  const account = number(bytes, PASS.account, 8);
  const now = kit.now() / 1000;
  if (kit.gone.has(toText(bytes.slice(PASS.key, PASS.expiry)))) return { refused: "code-revoked" };
  if (number(bytes, PASS.expiry, 4) < now || Math.abs(now - number(bytes, PASS.time, 4)) > GOOD_FOR + CLOCKS_DIFFER) return { refused: "code-expired", v: account };
  return kit.rows.has(account) ? { v: account, two: true } : { refused: "code-foreign", v: account };
}

async function card(bytes, kit) {
  if (bytes?.length !== CARD.length || !await byServer(bytes, CARD, kit)) return { refused: "code-forged" };
  const account = number(bytes, CARD.account, 8);
  if (kit.gone.has(number(bytes, CARD.number, 8))) return { refused: "code-revoked" };
  return kit.rows.has(account) ? { v: account, two: false } : { refused: "code-foreign", v: account };
}

// A code that the platform showed on a page for some minutes, where a phone cannot make its own.
async function page(bytes, kit) {
  if (bytes?.length !== CARD.length || !await byServer(bytes, CARD, kit, utf8("LT3"))) return { refused: "code-forged" };
  const account = number(bytes, CARD.account, 8);
  const left = number(bytes, CARD.number, 8) - kit.now() / 1000;
  if (left < -CLOCKS_DIFFER || left > PAGE_LIFE + CLOCKS_DIFFER) return { refused: "code-expired", v: account };
  return kit.rows.has(account) ? { v: account, two: false } : { refused: "code-foreign", v: account };
}

async function byServer(bytes, layout, kit, before = []) {
  const key = kit.kept.keys.find(key => Number(key.kid) === bytes[layout.kid]);
  return Boolean(key) && verify(await jwkKey(key), new Uint8Array([...before, ...bytes.slice(0, layout.signature)]), bytes.slice(layout.signature, layout.signature + 64));
}
