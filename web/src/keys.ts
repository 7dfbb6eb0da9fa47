// `/` goes to the search field, `?` lists the shortcuts; a page names its own keys with `data-key`.

import { word } from "./words";

const SHORTCUTS: [string, string][] = [
  ["/", "search"],
  ["?", "show these shortcuts"],
  ["Esc", "close"],
];
const MAP_SHORTCUT: [string, string] = ["arrow keys, + and −", "move and zoom the map, once it has the focus"];

export function keys(): void {
  const dialog = list();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || dialog.open) return;
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
    } else if (event.key === "?") {
      document.body.append(dialog);
      dialog.showModal();
    } else {
      press(event);
    }
  });
}

/** Does what the page's element with this key does. Enter stays with a link or button that has the focus. */
function press(event: KeyboardEvent): void {
  if (event.key === "Enter" && (event.target as HTMLElement).matches("a, button, summary")) return;
  const bearer = [...document.querySelectorAll<HTMLElement>("[data-key]")].find(
    (element) => element.dataset.key === event.key && element.offsetParent !== null,
  );
  if (!bearer) return;
  event.preventDefault();
  if (bearer.matches("input[type=search]")) {
    bearer.focus();
  } else {
    bearer.click();
    bearer.closest("details")?.querySelector<HTMLInputElement>("input:not([type=hidden])")?.focus();
  }
  document.querySelector<HTMLElement>(bearer.dataset.then ?? "none")?.click();
}

function isTyping(target: EventTarget | null): boolean {
  const other = "input:not([type=range], [type=checkbox], [type=radio]), textarea, select";
  return target instanceof HTMLElement && target.matches(other);
}

/** The page's own keys first; the nine digits are one line. */
function shortcuts(): [string, string][] {
  const own = [...document.querySelectorAll<HTMLElement>("[data-key][data-does]")].map((element): [string, string] => [
    element.dataset.key ?? "",
    element.dataset.does ?? "",
  ]);
  const digits = document.querySelectorAll("[data-key='1']").length ? [["1 … 9", "match this one"] as [string, string]] : [];
  const map = document.querySelector("#explore") ? [MAP_SHORTCUT] : [];
  return [...digits, ...own, ...SHORTCUTS, ...map];
}

function list(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "shortcuts";
  const title = document.createElement("h2");
  title.textContent = word("Shortcuts");
  const facts = document.createElement("dl");
  facts.className = "facts";
  for (const [key, does] of shortcuts()) {
    const row = document.createElement("div");
    row.append(Object.assign(document.createElement("dt"), { textContent: word(key) }));
    row.append(Object.assign(document.createElement("dd"), { textContent: word(does) }));
    facts.append(row);
  }
  const close = document.createElement("form");
  close.method = "dialog";
  close.append(Object.assign(document.createElement("button"), { textContent: word("Close") }));
  dialog.append(title, facts, close);
  return dialog;
}
