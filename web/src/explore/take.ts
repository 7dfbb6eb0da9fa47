// Taking away: the ties that are shown as files, what is drawn as a picture, and the address of both, to pass on or to embed.

import { copied } from "../copy";
import { embedded, fileAddress, permalink } from "./address";
import { coloursOf } from "./colours";
import { node } from "./dom";
import { inWords } from "./days";
import type { Shown } from "./filter";
import { lifeKeys, livesOf, type Scale } from "./lives";
import { livesFile } from "./lives-file";
import { mapFile, type MapPicture } from "./map-file";
import { captioned, pngOf, standalone, textOf, type Caption } from "./picture";
import { keysOf } from "./side";
import { counted, nameOf, sentence } from "./words";

export interface Take {
  root: HTMLElement;
  show(shown: Shown): void;
}

/** What is drawn now. */
export interface Drawn {
  map(): MapPicture | null;
  network(): SVGElement | null;
  years: Scale;
}

const FILES = [
  ["data.zip", "All of it, with codebook, licence and citation (ZIP)"],
  ["ties.csv", "Table (CSV)"],
  ["ties.xlsx", "Table (XLSX)"],
  ["ties.geojson", "Map (GeoJSON)"],
  ["ties.gexf", "Network (GEXF)"],
  ["ties.json", "For programs (JSON)"],
] as const;

export function take(page: HTMLElement, drawn: Drawn): Take {
  let shown: Shown | null = null;
  const links = FILES.map(([name, words]) => ({ name, link: node("a", { download: "" }, words) }));
  const count = node("p", { class: "quiet small" });
  const data = box("Data", count, node("ul", {}, ...links.map(({ link }) => node("li", {}, link))));
  const [png, svg] = [button("Save as PNG"), button("Save as SVG")];
  const refused = node("p", { role: "status", class: "small wrong" });
  const picture = box("Picture", node("p", {}, png, svg), refused);
  const [link, embed] = [field("Link to exactly this view", "Copy the link"), field("To show it in another page", "Copy the code")];
  const share = box("Share", link.root, embed.root);
  // Of a day that only the server reads nothing is shown here.
  const root = node("div", { class: "take", hidden: "" }, share, picture, data);

  const write = (): void => {
    if (!shown) return;
    for (const { name, link } of links) link.href = fileAddress(shown, name);
    const address = permalink(shown);
    link.input.value = address.href;
    embed.input.value = frame(embedded(address), titleOf(page, shown));
  };
  // Where the map is moved to is in the address, and nobody is told of it.
  for (const one of [share, data]) one.addEventListener("toggle", write);
  for (const { button, input } of [link, embed]) {
    button.addEventListener("click", () => {
      write();
      input.select();
      void copied(button, input.value);
    });
  }
  const save = async (make: (picture: SVGElement) => Blob | Promise<Blob>, ending: string): Promise<void> => {
    const framed = shown && pictureOf(page, shown, drawn);
    if (!framed) return;
    refused.textContent = "";
    try {
      saved(`comity-picture.${ending}`, await make(framed));
    } catch (error) {
      refused.textContent = `The picture could not be made: ${error instanceof Error ? error.message : String(error)}.`;
    }
  };
  png.addEventListener("click", () => void save(pngOf, "png"));
  svg.addEventListener("click", () => void save((one) => new Blob([textOf(one)], { type: "image/svg+xml" }), "svg"));

  return {
    root,
    show(next) {
      shown = next;
      root.hidden = false;
      picture.hidden = next.look.view === "table";
      count.textContent = `Exactly the ${counted(next.ties.length + next.stopped.length, next.isMembers)} shown.`;
      write();
    },
  };
}

/** As text: an element with a style of its own is refused by the policy of this page. */
function frame(address: URL, title: string): string {
  const [src, name] = [address.href, title].map((text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;"));
  return `<iframe src="${src}" title="${name}" width="100%" height="560" loading="lazy" style="border:0"></iframe>`;
}

function titleOf({ dataset }: HTMLElement, shown: Shown): string {
  const title = dataset.title ?? "";
  return shown.look.of === "" ? title : `${title}: ${nameOf(shown, shown.look.of)}`;
}

function pictureOf(page: HTMLElement, shown: Shown, drawn: Drawn): SVGElement | null {
  const { dataset } = page;
  const caption = (...says: string[]): Caption => ({
    title: titleOf(page, shown),
    says: [sentence(shown), ...says],
    from: [`${dataset.source ?? ""}, as of ${inWords(shown.at)}. Places: GeoNames, CC BY 4.0. Land: Natural Earth.`, permalink(shown).href],
  });
  if (shown.look.view === "map") {
    const map = drawn.map();
    return map && captioned(mapFile(map), map.size, caption(keysOf(map.scene).join(" · "), map.scene.note), map.colours);
  }
  const colours = coloursOf(page);
  if (shown.look.view === "timeline") {
    const { drawn: rows, says } = livesOf(shown);
    const { drawing, size } = livesFile(shown, rows, drawn.years, colours);
    return captioned(drawing, size, caption(says, lifeKeys()), colours);
  }
  const network = drawn.network();
  if (!network) return null;
  const copy = standalone(network);
  for (const side of ["width", "height"]) copy.setAttribute(side, String(NETWORK));
  return captioned(copy, { width: NETWORK, height: NETWORK }, caption(), colours);
}

const NETWORK = 900;

function saved(name: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  const link = node("a", { href, download: name });
  link.click();
  URL.revokeObjectURL(href);
}

function button(words: string): HTMLButtonElement {
  return node("button", { type: "button" }, words);
}

/** Of several only one is open. */
function box(words: string, ...content: HTMLElement[]): HTMLDetailsElement {
  const made = node("details", { name: "take" }, node("summary", {}, words), node("div", {}, ...content));
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !made.open) return;
    event.stopPropagation();
    made.open = false;
    made.querySelector("summary")?.focus();
  });
  return made;
}

function field(words: string, what: string): { root: HTMLElement; input: HTMLTextAreaElement; button: HTMLButtonElement } {
  const input = node("textarea", { readonly: "", rows: "3", spellcheck: "false" });
  const copy = button(what);
  return { root: node("div", {}, node("label", {}, words, input), copy), input, button: copy };
}
