// @ts-check
// Fetched and run right below the choice of colours, before the page is painted: what would be seen to change later.
{
  const KEY = "/.__palette"; // where the theme kept it: what a reader chose then still counts
  const choices = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("input[name=__palette]")]);

  const show = (/** @type {number} */ index) => choices.forEach((choice, place) => {
    choice.checked = place === index;
    /** @type {HTMLElement} */ (choice.nextElementSibling).hidden = place !== index;
    if (place === index) document.body.dataset.mdColorScheme = choice.dataset.mdColorScheme;
  });

  const stored = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? "null")?.index;
    } catch {
      return null; // storage blocked, or not ours: follow the device
    }
  };

  document.documentElement.classList.replace("no-js", "js");
  const [kept, asked] = [stored(), choices.findIndex((choice) => matchMedia(choice.dataset.mdColorMedia ?? "").matches)];
  show(kept === 0 || kept === 1 ? kept : Math.max(asked, 0));
  choices.forEach((choice, index) => {
    // the names of the theme say what a click does, not what is chosen
    choice.setAttribute("aria-label", choice.dataset.mdColorScheme === "slate" ? "Donkere kleuren" : "Lichte kleuren");
    choice.addEventListener("change", () => {
      show(index);
      try {
        localStorage.setItem(KEY, JSON.stringify({ index }));
      } catch {
        // storage blocked: this page only
      }
    });
  });
}
