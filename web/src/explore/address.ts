// Addresses of what is shown: for ever, as files, and for the frames of other pages.

import type { Shown } from "./filter";
import { addressOf } from "./store";

/** The same ties for ever: the day, what was on file and what is shown all stand in it. */
export function permalink(shown: Shown): URL {
  const { look, at, undated, against, columns } = shown;
  const address = addressOf({ ...look, at, undated: look.undated ?? undated.isShown, stopped: against.isShown });
  address.searchParams.set("known", `#${columns.known}`);
  return address;
}

/** Of what was on file when this page asked, so that the file has as many ties as the page shows. */
export function fileAddress({ look, columns }: Shown, name: string): string {
  const address = addressOf(look);
  address.searchParams.set("known", `#${columns.known}`);
  address.searchParams.delete("sort");
  // A frame has no files of its own.
  const page = address.pathname.replace(/\/$/, "").replace(/\/embed\/explore$/, "/explore");
  return `${page}/${name}${address.search}`;
}

/** The page that is made for the frames of others. */
export function embedded(address: URL): URL {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/\/explore\/?$/, "/embed/explore");
  return url;
}
