// Where the phone itself offers ways to pass an address on, a button opens them.
if (navigator.share) {
  for (const button of document.querySelectorAll("[data-share-native]")) {
    const row = button.closest("[data-share]");
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ title: row.dataset.shareText, text: row.dataset.shareText, url: row.dataset.share }).catch(() => {});
    });
  }
}
