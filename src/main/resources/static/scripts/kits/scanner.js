// The camera as a reader of QR codes: the browser's own BarcodeDetector where it has one, else our reader in a worker.
const LONGEST = 800;
const AGAIN_AFTER = 4000;

async function detector() {
  if (!("BarcodeDetector" in window)) return null;
  const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
  return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
}

// Starts the camera into this video; found(text) is called for each code, not twice in a row within four seconds. Returns how to stop.
export async function scan(video, reader, found) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } }, audio: false });
  video.srcObject = stream;
  await video.play();
  const own = await detector();
  const worker = own ? null : new Worker(reader, { type: "module" });
  const canvas = document.createElement("canvas");
  const paper = canvas.getContext("2d", { willReadFrequently: true });
  let running = true;
  let last = { text: null, at: 0 };

  async function read() {
    if (own) return (await own.detect(video))[0]?.rawValue ?? null;
    const scale = Math.min(1, LONGEST / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    paper.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { width, height, data } = paper.getImageData(0, 0, canvas.width, canvas.height);
    return new Promise(done => {
      worker.onmessage = event => done(event.data);
      worker.onerror = () => done(null);
      worker.postMessage({ width, height, data }, [data.buffer]);
    });
  }

  (async () => {
    while (running) {
      const text = video.videoWidth ? await read().catch(() => null) : null;
      if (running && text && (text !== last.text || Date.now() - last.at > AGAIN_AFTER)) {
        last = { text, at: Date.now() };
        found(text);
      }
      await new Promise(done => setTimeout(done, own ? 60 : 30));
    }
  })();
  return () => {
    running = false;
    worker?.terminate();
    stream.getTracks().forEach(track => track.stop());
    video.srcObject = null;
  };
}
