// @ts-check
// Fields with something that cannot be used, such as half a date. Below the field stands what to
// enter, from when the reader leaves it until it is right. Who hands a form over gets them all
// above it, each with the way to it. The sentences are those of `velden` in delen.html.
{
  const FIELDS = "input, textarea";
  /** @type {WeakMap<Element, HTMLElement>} what stands below a field */
  const notes = new WeakMap();
  let count = 0;

  /**
   * What to enter instead. A field with data-eis may be empty, but not in what is handed over when
   * another field of its row is filled in.
   * @param {Paneel} panel @param {HTMLInputElement} field @param {boolean} whole
   */
  const wanted = (panel, field, whole) => {
    const { type, min, max, value, validity, dataset: { eis } } = field;
    if (!validity.valid) return panel.sentence(type, +min, +max);
    if (!eis || !whole || value.trim()) return "";
    const row = /** @type {HTMLInputElement[]} */ (
      [...field.closest("li")?.querySelectorAll(FIELDS) ?? []]);
    return row.some((one) => one.value || !one.validity.valid) ? eis : "";
  };

  /** @param {HTMLInputElement} field */
  const clear = (field) => {
    notes.get(field)?.remove();
    notes.delete(field);
    for (const name of ["aria-invalid", "aria-describedby"]) field.removeAttribute(name);
  };

  // Say what to enter, or take that away; returns it.
  /** @type {NonNullable<Shared["fields"]>["check"]} */
  const check = (panel, field, whole = false) => {
    const text = wanted(panel, field, whole);
    if (!text) {
      if (notes.has(field)) clear(field);
      return "";
    }
    const note = notes.get(field) ??
      Gk.dom.el("span", { class: "veldfout", id: `fout-${++count}` });
    notes.set(field, note);
    note.textContent = text;
    (field.closest("label") ?? field).after(note);
    Gk.dom.set(field, { "aria-invalid": "true", "aria-describedby": note.id });
    return text;
  };

  /** The name of a field, with that of its row: 'Actie 2, Wanneer is het klaar?' */
  const nameOf = (/** @type {HTMLElement} */ field) => {
    const row = field.closest("li")?.ariaLabel;
    const label = field.closest("label")?.firstChild?.textContent?.trim() ?? "";
    return `${row ? `${row}, ` : ""}${label}${/\W$/.test(label) ? "" : ":"}`;
  };

  Gk.fields = {
    check,

    watch: (panel, options) => {
      panel.addEventListener("focusout", ({ target }) => {
        const field = /** @type {HTMLInputElement} */ (target);
        if (field.matches(FIELDS)) check(panel, field);
      }, options);
      panel.addEventListener("input", ({ target }) => {
        const field = /** @type {HTMLInputElement} */ (target);
        if (notes.has(field) && !wanted(panel, field, true)) clear(field);
      }, options);
    },

    halts: (panel) => {
      /** @type {NodeListOf<HTMLInputElement>} */
      const fields = panel.querySelectorAll(FIELDS);
      const items = [...fields].flatMap((field) => {
        const text = check(panel, field, true);
        if (!text) return [];
        field.id ||= `veld-${++count}`;
        const link = Gk.dom.el("a", { href: `#${field.id}` }, `${nameOf(field)} ${text}`);
        return [Gk.dom.el("li", {}, link)];
      });
      panel.show({ fouten: items.length });
      panel.listIn("fouten").replaceChildren(...items);
      if (items.length) panel.piece("fouten").focus();
      return items.length > 0;
    },
  };
}
