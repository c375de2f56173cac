// Ticks all boxes of a list: input[data-select-all="name"].
document.addEventListener("change", event => {
  const name = event.target.dataset?.selectAll;
  if (!name) return;
  for (const box of event.target.form.elements) if (box.name === name && !box.disabled) box.checked = event.target.checked;
});
