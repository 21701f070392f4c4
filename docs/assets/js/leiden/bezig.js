// @ts-check
// On a page of what can be led: the way to lead it says when just that is being led, in the words
// of that screen (leiden.html), which are kept with the run.
{
  function draw() {
    const run = /** @type {Unknown} */ (Object(Gk.store.read("leiden").loop));
    const { bron, klaar, verder } = run;
    const going = verder && Gk.loopt(run);
    const all = /** @type {NodeListOf<HTMLAnchorElement>} */ (
      document.querySelectorAll("[data-gk-leid]"));
    for (const lead of all) {
      const led = going && [bron, klaar].includes(lead.hash.slice(1));
      // Only what changes: a browser that translates may have other words there.
      if (Boolean(led) === "rust" in lead.dataset) continue;
      if (led) lead.dataset.rust = lead.textContent ?? "";
      lead.textContent = led ? String(verder) : lead.dataset.rust ?? "";
      if (!led) delete lead.dataset.rust;
    }
  }

  for (const event of ["storage", "pageshow", "gk-leid"]) addEventListener(event, draw);
  draw();
}
