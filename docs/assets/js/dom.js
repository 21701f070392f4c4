// @ts-check
// The few handles on the page and on files that the interactive parts share.
{
  /** @param {Element} node @param {Record<string, any>} attributes */
  Gk.zet = (node, attributes) => {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };

  /** Makes elements of one kind; text is always text. @param {string} space @returns {(tag: string, attributes?: Record<string, any>, ...children: any[]) => any} */
  const maker = (space) => (tag, attributes = {}, ...children) => {
    const node = Gk.zet(document.createElementNS(space, tag), attributes);
    node.append(...children);
    return node;
  };
  Gk.el = maker("http://www.w3.org/1999/xhtml");
  Gk.svg = maker("http://www.w3.org/2000/svg");

  /** Said aloud only when it changes. @param {Element} node @param {string} text */
  Gk.schrijf = (node, text) => {
    if (node.textContent !== text) node.textContent = text;
  };

  /** Give the reader a file. @param {string} name @param {string | Blob} content @param {string} [type] */
  Gk.download = (name, content, type) => {
    const url = URL.createObjectURL(new Blob([content], { type }));
    Gk.el("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 5000);
  };

  /** A file that this site can open. @param {string} name @param {string} soort @param {object} content */
  Gk.geefBestand = (name, soort, content) =>
    Gk.download(`${name}.json`, JSON.stringify({ soort, versie: 1, ...content }, null, 1), "application/json");

  /** Put the page back after printing: at the next key or touch, since a phone says afterprint while it is still drawing. @param {() => void} putBack */
  Gk.naDruk = (putBack) => {
    for (const event of ["keydown", "pointerdown"]) addEventListener(event, putBack, { once: true, capture: true });
  };
}
