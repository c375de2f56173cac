// Reads QR codes out of pictures, beside the page so that the page does not wait.
import { decodeQR } from "../vendor/qr-decode.js";

self.onmessage = ({ data: picture }) => {
  let text = null;
  try {
    text = decodeQR(picture, { timeLimit: 60 });
  } catch { /* no code in this picture */ }
  self.postMessage(text);
};
