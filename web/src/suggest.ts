// Suggestions under a field while somebody writes: arrows choose, Enter takes, Esc closes.

import { mounted } from "./mount";
import { language, word } from "./words";

interface Completion {
  href: string;
  value: string;
  title: string;
  about: string;
}

/** Nobody reads what comes between two keys. */
const PAUSE_MS = 90;

export function suggest(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) attach(field);
}

/** `data-suggest="open"` opens what is chosen; else the field takes its name. */
function attach(field: HTMLInputElement): void {
  const opens = field.dataset.suggest === "open";
  const list = document.createElement("ul");
  list.className = "suggested";
  list.id = `${field.id}-suggested`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", word("Suggestions"));
  field.after(list);
  field.parentElement?.classList.add("suggests");
  field.autocomplete = "off";
  for (const [name, value] of [["role", "combobox"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) {
    field.setAttribute(name as string, value as string);
  }
  let shown: Completion[] = [];
  let chosen = -1;
  let timer = 0;
  let waiting: AbortController | undefined;

  const close = (): void => {
    window.clearTimeout(timer);
    waiting?.abort();
    shown = [];
    choose(-1);
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
  };
  const choose = (place: number): void => {
    chosen = place;
    [...list.children].forEach((line, n) => line.setAttribute("aria-selected", String(n === place)));
    const line = list.children[place];
    if (line) {
      field.setAttribute("aria-activedescendant", line.id);
      line.scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  };
  const take = (one: Completion): void => {
    close();
    if (opens) window.location.assign(mounted(one.href));
    else field.value = one.value;
  };
  const show = (all: Completion[]): void => {
    shown = opens ? all : all.filter((one) => one.value !== "");
    list.replaceChildren(...shown.map((one, n) => line(one, `${list.id}-${n}`, () => take(one))));
    list.hidden = shown.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  };
  const ask = async (): Promise<void> => {
    waiting?.abort();
    waiting = new AbortController();
    const known = new URLSearchParams(window.location.search).get("known");
    const lang = language();
    const fields = new URLSearchParams({
      q: field.value.slice(0, 120),
      ...(known ? { known } : {}),
      ...(lang === "en" ? {} : { lang }),
    });
    const reply = await fetch(mounted(`/api/v1/suggest?${fields}`), { signal: waiting.signal }).catch(() => undefined);
    if (reply?.ok && document.activeElement === field) show((await reply.json()).suggestions as Completion[]);
  };

  field.setAttribute("aria-expanded", "false");
  field.addEventListener("input", () => {
    window.clearTimeout(timer);
    if (field.value.trim() === "") close();
    else timer = window.setTimeout(() => void ask(), PAUSE_MS);
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const one = shown[chosen];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      const places = shown.length + 1;
      choose(((chosen + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && one) take(one);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  field.form?.addEventListener("submit", close);
}

function line(one: Completion, id: string, take: () => void): HTMLLIElement {
  const line = document.createElement("li");
  line.id = id;
  line.setAttribute("role", "option");
  line.append(Object.assign(document.createElement("span"), { textContent: one.title }));
  line.append(Object.assign(document.createElement("small"), { textContent: one.about }));
  // Before the field loses the focus.
  line.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    take();
  });
  return line;
}
