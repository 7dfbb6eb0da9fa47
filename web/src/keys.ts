// `/` goes to the search field, `?` lists the shortcuts.

const SHORTCUTS: [string, string][] = [
  ["/", "search"],
  ["?", "show these shortcuts"],
  ["Esc", "close"],
  ["arrow keys, + and −", "move and zoom the map, once it has the focus"],
];

export function keys(): void {
  const dialog = list();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
    } else if (event.key === "?") {
      document.body.append(dialog);
      dialog.showModal();
    }
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=range], [type=checkbox]), textarea, select");
}

function list(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "shortcuts";
  const title = document.createElement("h2");
  title.textContent = "Shortcuts";
  const facts = document.createElement("dl");
  facts.className = "facts";
  for (const [key, does] of SHORTCUTS) {
    const row = document.createElement("div");
    row.append(Object.assign(document.createElement("dt"), { textContent: key }));
    row.append(Object.assign(document.createElement("dd"), { textContent: does }));
    facts.append(row);
  }
  const close = document.createElement("form");
  close.method = "dialog";
  close.append(Object.assign(document.createElement("button"), { textContent: "Close" }));
  dialog.append(title, facts, close);
  return dialog;
}
