// Tells the style sheet that scripts run, and moves the focus to what must be read first.
document.documentElement.classList.add("scripted");
document.querySelector("[data-focus]")?.focus();
