// Tells the style sheet that scripts run, moves the focus to what must be read first, and shows the tab that is open.
document.documentElement.classList.add("scripted");
document.querySelector("[data-focus]")?.focus();
for (const tab of document.querySelectorAll(".tabs [aria-current]")) tab.parentElement.scrollLeft += tab.getBoundingClientRect().left - tab.parentElement.getBoundingClientRect().left - tab.parentElement.clientWidth / 3;
