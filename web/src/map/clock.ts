// The time control: a year to drag beside the written date, both kept in the address.

import { node } from "./dom";

const PAUSE_MS = 120;

export interface Clock {
  /** Says beside the year what the map shows of it. */
  tell(words: string): void;
}

/** Calls `onTime` with an EDTF date while the reader drags. The form alone works without this. */
export function clock(form: HTMLFormElement, onTime: (at: string) => void): Clock | null {
  const field = form.elements.namedItem("at");
  if (!(field instanceof HTMLInputElement)) return null;
  const { from = "1950", to = String(new Date().getFullYear()) } = form.dataset;
  const range = node("input", { type: "range", min: from, max: to, step: "1", "aria-label": "Year" });
  range.value = yearIn(field.value) ?? to;
  const ends = [node("span", {}, from), node("span", {}, to)] as const;
  form.append(node("div", { class: "years" }, ends[0], range, ends[1]));

  let waiting = 0;
  range.addEventListener("input", () => {
    field.value = range.value;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => onTime(range.value), PAUSE_MS);
  });
  range.addEventListener("change", () => {
    remember(range.value);
    void refreshTwin();
  });
  window.addEventListener("popstate", () => {
    const at = new URL(location.href).searchParams.get("at") ?? "";
    field.value = at;
    range.value = yearIn(at) ?? to;
    onTime(at);
  });
  return { tell: (words) => range.setAttribute("aria-valuetext", words) };
}

function yearIn(edtf: string): string | undefined {
  return /\d{4}/.exec(edtf)?.[0];
}

function remember(at: string): void {
  const url = new URL(location.href);
  url.searchParams.set("at", at);
  history.replaceState(history.state, "", url);
}

/** Fetches this page at its new time and takes over its `data-twin` parts: the table stays the map's equal. */
async function refreshTwin(): Promise<void> {
  const parts = document.querySelectorAll<HTMLElement>("[data-twin][id]");
  if (parts.length === 0) return;
  const reply = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  if (!reply?.ok) return;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  for (const part of parts) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
  }
  document.dispatchEvent(new CustomEvent("comity:twin"));
}
