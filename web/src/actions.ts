// Print and copy: buttons the server sends hidden, since they do nothing without a script; so is the box that ticks all.

import { copied } from "./copy";

export function actions(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }
  for (const box of document.querySelectorAll<HTMLInputElement>("input[data-all]")) {
    box.hidden = false;
    for (const words of box.parentElement?.querySelectorAll<HTMLElement>("[hidden]") ?? []) words.hidden = false;
    box.addEventListener("change", () => tickAll(box));
  }
}

function tickAll(box: HTMLInputElement): void {
  for (const one of box.form?.querySelectorAll<HTMLInputElement>(`[name="${box.dataset.all}"]`) ?? []) {
    one.checked = box.checked;
  }
}

/** Copies the text of the element that `data-copy` selects, as a reader sees it. */
async function copy(button: HTMLButtonElement): Promise<void> {
  const element = document.querySelector<HTMLElement>(button.dataset.copy ?? "main");
  if (element) await copied(button, element instanceof HTMLTextAreaElement ? element.value : element.innerText);
}
