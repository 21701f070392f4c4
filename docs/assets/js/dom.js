// @ts-check
// The few handles on the page that the interactive parts share.
{
  const SVG = "http://www.w3.org/2000/svg";

  /** @param {Element} node @param {Record<string, any>} attributes @param {(Node | string)[]} children */
  const fill = (node, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  /** An HTML element; text is always text. @param {string} tag @param {Record<string, any>} attributes @param {(Node | string)[]} children */
  const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

  /** An SVG element. @param {string} tag @param {Record<string, any>} attributes @param {(Node | string)[]} children */
  const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  /** Give the reader a file. @param {string} name @param {string | Blob} content @param {string} type */
  const download = (name, content, type = "text/plain") => {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    /** @type {HTMLAnchorElement} */ (el("a", { href: url, download: name })).click();
    setTimeout(() => URL.revokeObjectURL(url), 5000);
  };

  /** The reader's own day as yyyymmdd (toISOString would give yesterday, late at night). @param {Date} day */
  const ymd = (day = new Date()) => String(day.getFullYear() * 10000 + (day.getMonth() + 1) * 100 + day.getDate());

  /** 20261121 -> 21-11-2026. @param {string} text */
  const dag = (text) => `${+text.slice(6)}-${+text.slice(4, 6)}-${text.slice(0, 4)}`;

  /** Put the page back after printing: at the next key or touch, since a phone says afterprint while it is still drawing. @param {() => void} putBack */
  const naDruk = (putBack) => {
    for (const event of ["keydown", "pointerdown"]) addEventListener(event, putBack, { once: true, capture: true });
  };

  /** What a meting and the agenda share: pieces with a name, one line of news, one of trouble, and buttons. */
  class Paneel {
    /** @type {Record<string, (button?: any) => any>} what the buttons do */
    doe = {};

    /** @param {HTMLElement} panel */
    constructor(panel) {
      this.panel = panel;
      panel.addEventListener("click", ({ target }) => this.press(/** @type {HTMLElement} */ (target).closest("[data-doe]")));
    }

    /** One piece of the panel. @param {string} name @returns {any} */
    deel(name) {
      return this.panel.querySelector(`[data-deel=${name}]`);
    }

    say(text = "", wrong = "") {
      this.deel("melding").textContent = text;
      this.deel("fout").textContent = wrong;
      if (text || wrong) document.activeElement?.scrollIntoView({ block: "nearest" }); // the news may not cover the pressed button
    }

    /** @param {string} text */
    fail(text) {
      this.say("", text);
    }

    /** Success is told after the work, unless the work told something itself. @param {any} button */
    async press(button) {
      const { doe, vraag, klaar } = button?.dataset ?? {};
      if (!doe || (vraag && !confirm(vraag))) return;
      this.say();
      try {
        await this.doe[doe](button);
        if (klaar && !this.deel("melding").textContent && !this.deel("fout").textContent) this.say(klaar);
      } catch {
        this.fail("Dit lukt nu niet. Heb je verbinding?");
      }
    }
  }

  const Gk = /** @type {any} */ (globalThis).Gk;
  Object.assign(Gk, { el, svg, download, ymd, dag, naDruk, Paneel });
}
