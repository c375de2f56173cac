// Makes a picture smaller before it is sent: input[data-resize="1280"] names the longest side.
document.addEventListener("change", async event => {
  const input = event.target;
  const longest = Number(input.dataset?.resize);
  if (!longest || !window.createImageBitmap || !window.DataTransfer) return;
  const files = new DataTransfer();
  for (const file of input.files) files.items.add(await smaller(file, longest).catch(() => file));
  input.files = files.files;
});

async function smaller(file, longest) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = longest / Math.max(picture.width, picture.height);
  if (scale >= 1) return file;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.82));
  return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
}
