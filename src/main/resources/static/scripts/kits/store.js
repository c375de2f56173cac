// What this phone keeps of a day: kits (a shift taken along), deeds (in the order they were done), claims (site codes that were opened here).
// What is personal in it is sealed with a key that never leaves the browser.
const STORES = { keys: "name", kits: "kit", deeds: "seq", claims: "key" };

const opened = new Promise((done, failed) => {
  const request = indexedDB.open("day", 1);
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(STORES)) {
      const store = request.result.createObjectStore(name, { keyPath, autoIncrement: name === "deeds" });
      if (name === "deeds") store.createIndex("kit", "kit");
    }
  };
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

// One deed on a store; done when it is on the disk, not before.
async function run(name, mode, work) {
  const base = await opened;
  return new Promise((done, failed) => {
    const transaction = base.transaction(name, mode, { durability: "strict" });
    const request = work(transaction.objectStore(name));
    transaction.oncomplete = () => done(request.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

export const put = (name, value) => run(name, "readwrite", store => store.put(value));
export const get = (name, key) => run(name, "readonly", store => store.get(key));
export const all = name => run(name, "readonly", store => store.getAll());
export const remove = (name, key) => run(name, "readwrite", store => store.delete(key));
export const deedsOf = kit => run("deeds", "readonly", store => store.index("kit").getAll(kit));

const KEY = "seal";

async function sealingKey() {
  const known = await get("keys", KEY);
  if (known) return known.key;
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await put("keys", { name: KEY, key });
  return (await get("keys", KEY)).key;
}

export async function seal(value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await sealingKey(), new TextEncoder().encode(JSON.stringify(value)));
  return { iv, data };
}

export async function unseal({ iv, data }) {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await sealingKey(), data)));
}

// A name for a deed that no other device makes: UUIDv7, so that names sort by time.
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let i = 5; i >= 0; i--, time = Math.floor(time / 256)) bytes[i] = time % 256;
  bytes[6] = bytes[6] & 15 | 112;
  bytes[8] = bytes[8] & 63 | 128;
  return [...bytes].map(b => b.toString(16).padStart(2, "0")).join("").replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
