// @ts-check
// Files that a reader gets from a page.
{
  /** @type {Shared["files"]["download"]} */
  const download = (name, content, type) => {
    const url = URL.createObjectURL(new Blob([content], { type }));
    Gk.dom.el("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 5000);
  };

  Gk.files = {
    download,
    // A file that this site can open again.
    saveJson: (name, soort, content) => {
      const text = JSON.stringify({ soort, versie: 1, ...content }, null, 1);
      download(`${name}.json`, text, "application/json");
    },
  };
}
