// This phone's own key and pass, and the codes made with them. The key never leaves the phone and cannot be read, only used.
const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const ES256 = { name: "ECDSA", hash: "SHA-256" };
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

const open = () => new Promise((done, failed) => {
  const asked = indexedDB.open("codes", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("pass");
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

async function inStore(mode, deed) {
  const base = await open();
  return new Promise((done, failed) => {
    const work = base.transaction("pass", mode);
    const asked = deed(work.objectStore("pass"));
    work.oncomplete = () => { base.close(); done(asked.result); };
    work.onabort = work.onerror = () => { base.close(); failed(work.error); };
  });
}

export const kept = () => inStore("readonly", store => store.get("mine"));
const keep = mine => inStore("readwrite", store => store.put(mine, "mine"));
export const forget = () => inStore("readwrite", store => store.delete("mine"));

// Asks the server for a pass, or renews it; what was kept is good as long as there is no network.
export async function enrol(account, token) {
  let mine = await kept();
  if (mine && mine.account !== account) mine = await forget();
  try {
    return await ask(mine?.pair ?? await newPair(), token) ?? await ask(await newPair(), token);
  } catch {
    return mine;
  }
}

const newPair = () => crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]);

// Nothing when this key was withdrawn.
async function ask(pair, token) {
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const answer = await fetch("/api/me/pass", { method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token },
    body: JSON.stringify({ key: { kty, crv, x, y } }) });
  if (answer.status === 409) return null;
  if (!answer.ok || answer.redirected) throw new Error(answer.status);
  const { account, pass, expiresAt, now } = await answer.json();
  const mine = { account: String(account), pair, pass: Uint8Array.from(atob(pass.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0)),
    ends: Date.parse(expiresAt), drift: Date.parse(now) - Date.now() };
  await keep(mine);
  return mine;
}

// The server's time, as far as this phone knows it.
export const now = mine => Date.now() + mine.drift;

export async function code(mine) {
  const said = new Uint8Array(mine.pass.length + 4);
  said.set(mine.pass);
  new DataView(said.buffer).setUint32(mine.pass.length, Math.floor(now(mine) / 1000));
  const signature = new Uint8Array(await crypto.subtle.sign(ES256, mine.pair.privateKey, said));
  return "LT1:" + base45(new Uint8Array([...said, ...signature]));
}

function base45(bytes) {
  let text = "";
  for (let i = 0; i < bytes.length; i += 2) {
    const pair = i + 1 < bytes.length;
    let number = pair ? bytes[i] * 256 + bytes[i + 1] : bytes[i];
    for (let signs = pair ? 3 : 2; signs > 0; signs--, number = Math.floor(number / 45)) text += SIGNS[number % 45];
  }
  return text;
}
