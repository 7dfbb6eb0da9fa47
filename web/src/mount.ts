// A server behind a proxy may be reached under a path of its own; its pages name that path.

/** An address from the root of the server, as this page's reader reaches it. */
export function mounted(address: string): string {
  return `${document.documentElement.dataset.mount ?? ""}${address}`;
}
