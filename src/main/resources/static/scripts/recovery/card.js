// The camera reads the square of the card into its field.
import { scan } from "../kits/scanner.js";

const box = document.querySelector("[data-card-scan]");
const field = document.getElementById("card");
if (box && field && navigator.mediaDevices?.getUserMedia) {
  const video = box.querySelector("video");
  const problem = box.querySelector(".problem");
  box.hidden = false;
  box.querySelector("button").addEventListener("click", async () => {
    problem.hidden = true;
    video.hidden = false;
    try {
      const stop = await scan(video, box.dataset.reader, text => {
        field.value = text;
        stop();
        video.hidden = true;
        document.getElementById("year")?.focus();
      });
    } catch {
      video.hidden = true;
      problem.textContent = box.dataset.failed;
      problem.hidden = false;
    }
  });
}
