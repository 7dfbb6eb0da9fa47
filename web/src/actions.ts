// Print and copy: buttons the server sends hidden, since they do nothing without a script.

export function actions(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }
}

/** Copies the text of the element that `data-copy` selects, as a reader sees it. */
async function copy(button: HTMLButtonElement): Promise<void> {
  const element = document.querySelector<HTMLElement>(button.dataset.copy ?? "main");
  if (!element) return;
  const words = button.textContent;
  const done = await navigator.clipboard.writeText(element.innerText).then(
    () => "Copied",
    () => "This browser does not allow copying",
  );
  button.textContent = done;
  window.setTimeout(() => (button.textContent = words), 2_000);
}
