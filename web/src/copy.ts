// Copying on a button: the words on it say what came of it, and so does a status for whoever hears the page.

import { word } from "./words";

const SAID_MS = 2_000;

/** Copies `text`; where a browser refuses, says so. */
export async function copied(button: HTMLButtonElement, text: string): Promise<void> {
  const words = (button.dataset.words ??= button.textContent ?? "");
  // Away from https there is no clipboard at all.
  const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  const said = word(done ? "Copied" : "This browser does not allow copying");
  button.textContent = said;
  statusBeside(button).textContent = said;
  window.setTimeout(() => (button.textContent = words), SAID_MS);
}

function statusBeside(button: HTMLButtonElement): HTMLElement {
  const there = button.nextElementSibling;
  if (there instanceof HTMLElement && there.matches(".heard[role=status]")) return there;
  const status = document.createElement("span");
  status.className = "heard";
  status.setAttribute("role", "status");
  button.after(status);
  return status;
}
