// @ts-check
// On a page of what can be led: the way to lead it says when just that is being led, in the words
// of that screen (leiden.html), which are kept with the run.
{
  const DAY = 864e5; // ms

  function draw() {
    const { bron, klaar, gestopt, laatst, verder } =
      /** @type {Unknown} */ (Object(Gk.store.read("leiden").loop));
    const going = verder && gestopt === 0 && Date.now() - Number(laatst) < DAY;
    const all = /** @type {NodeListOf<HTMLAnchorElement>} */ (
      document.querySelectorAll("a[href*='leiden/'][href*='#']"));
    for (const lead of all) {
      const rust = lead.dataset.rust ??= lead.textContent ?? "";
      const said = going && [bron, klaar].includes(lead.hash.slice(1)) ? String(verder) : rust;
      if (lead.textContent !== said) lead.textContent = said;
    }
  }

  for (const event of ["storage", "pageshow", "gk-leid"]) addEventListener(event, draw);
  draw();
}
