// @ts-check
// What a term means, in a pop-up beside it, so that nobody has to leave the page. page.js fetches
// this file at the first tap. The explanation is the title of the link; without a script, or in a
// browser without pop-ups, the link opens the list of terms.
{
  const { el } = Gk.dom;
  const MARGIN = 8; // px

  const text = el("p");
  const more = el("a", { class: "naar" }, "Lees meer bij Begrippen");
  const close = el("button", { type: "button", class: "knop" }, "Sluit");
  const popup = el("div", { class: "begrip", popover: "", role: "dialog", tabindex: -1 },
    text, el("p", { class: "begrip__weg" }, more, close));
  close.addEventListener("click", () => popup.hidePopover());
  document.body.append(popup);

  // Below the term, and inside the page; a phone shows it at the foot (begrippen.css).
  const place = (/** @type {DOMRect} */ { left, bottom }) => {
    const most = document.documentElement.clientWidth - popup.offsetWidth - MARGIN;
    popup.style.setProperty("--links", `${Math.max(MARGIN, Math.min(left, most)) + scrollX}px`);
    popup.style.setProperty("--boven", `${bottom + scrollY + MARGIN}px`);
  };

  Gk.term = (link) => {
    const name = link.textContent ?? "";
    popup.setAttribute("aria-label", name);
    text.replaceChildren(el("b", {}, name), ` ${link.title}`);
    more.href = link.href;
    popup.showPopover();
    place(link.getBoundingClientRect());
    popup.focus({ preventScroll: true });
  };
}
