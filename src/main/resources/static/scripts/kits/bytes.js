// Bytes as letters and back, and the phone's own key.
export const toText = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
export const fromText = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
export const utf8 = text => new TextEncoder().encode(text);

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const ES256 = { name: "ECDSA", hash: "SHA-256" };

export const newPair = () => crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]);
export const publicJwk = async pair => (({ kty, crv, x, y }) => ({ kty, crv, x, y }))(await crypto.subtle.exportKey("jwk", pair.publicKey));
export const sign = (pair, bytes) => crypto.subtle.sign(ES256, pair.privateKey, bytes);
export const jwkKey = jwk => crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", x: jwk.x, y: jwk.y }, CURVE, false, ["verify"]);
export const verify = async (key, bytes, signature) => crypto.subtle.verify(ES256, key, signature, bytes);

// P-256 as x and y, 64 bytes.
export const rawKey = bytes => crypto.subtle.importKey("raw", new Uint8Array([4, ...bytes]), CURVE, false, ["verify"]);

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

// Base45 (RFC 9285); null for what is none.
export function fromBase45(text) {
  const bytes = [];
  for (let i = 0; i < text.length; i += 3) {
    const digits = [...text.slice(i, i + 3)].map(c => DIGITS.indexOf(c));
    if (digits.includes(-1) || digits.length === 1) return null;
    const value = digits[0] + digits[1] * 45 + (digits[2] ?? 0) * 2025;
    if (digits.length === 3) {
      if (value > 65535) return null;
      bytes.push(value >> 8, value & 255);
    } else {
      if (value > 255) return null;
      bytes.push(value);
    }
  }
  return new Uint8Array(bytes);
}
