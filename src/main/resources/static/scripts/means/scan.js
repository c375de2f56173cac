// The camera fills the code of a label in and sends the form; without this script the code is typed.
const box = document.querySelector("[data-scanner]");
const form = box.querySelector("form");
const start = box.querySelector("[data-scan]");
const end = box.querySelector("[data-stop]");
const line = box.querySelector("[data-state]");

if (navigator.mediaDevices?.getUserMedia) {
  const { scan } = await import("../kits/scanner.js");
  const video = box.querySelector("video");
  let stop = null;
  const shown = on => {
    video.hidden = end.hidden = !on;
    start.hidden = on;
  };
  shown(false);
  end.onclick = () => {
    stop?.();
    shown(false);
  };
  start.onclick = async () => {
    line.hidden = true;
    shown(true);
    try {
      stop = await scan(video, box.dataset.reader, text => {
        stop?.();
        shown(false);
        form.elements.code.value = text;
        form.requestSubmit();
      });
    } catch {
      shown(false);
      line.hidden = false;
    }
  };
}
