// A picture to take away: what is drawn, with a title, what it shows, where it is from and its address in it.

import type { Colours } from "./colours";
import { svg } from "./dom";

export interface Caption {
  title: string;
  /** How many of what sort, and what the lines mean. */
  says: string[];
  /** Where it is from, and its address. */
  from: string[];
}

const MARGIN = 20;
const LEAST_WIDTH = 720;

/** The picture of `width` and `height` between a band with what it shows and one with where it is from. */
export function captioned(drawing: SVGElement, { width, height }: { width: number; height: number }, caption: Caption, colours: Colours): SVGElement {
  const whole = Math.max(LEAST_WIDTH, width);
  const head = band([[caption.title], caption.says], whole, [22, 14]);
  const foot = band([caption.from], whole, [12]);
  drawing.setAttribute("x", String((whole - width) / 2));
  drawing.setAttribute("y", String(head.height));
  const total = head.height + height + foot.height;
  const text = (lines: TextLine[], top: number, fill: string) =>
    lines.map(({ text, y, size }) => svg("text", { x: MARGIN, y: top + y, "font-size": size, "font-weight": size > 20 ? 600 : 400, fill }, text));
  return svg(
    "svg",
    { width: whole, height: total, viewBox: `0 0 ${whole} ${total}`, "font-family": "sans-serif", role: "img" },
    svg("title", {}, caption.title),
    svg("rect", { width: whole, height: total, fill: colours.paper }),
    ...text(head.lines, 0, colours.ink),
    drawing,
    ...text(foot.lines, head.height + height, colours.quiet),
  );
}

interface TextLine {
  text: string;
  y: number;
  size: number;
}

/** Lines below one another, each group in its size; how high they are with a margin at both ends. */
function band(groups: string[][], width: number, sizes: number[]): { lines: TextLine[]; height: number } {
  const lines: TextLine[] = [];
  let y = MARGIN / 2;
  groups.forEach((group, n) => {
    const size = sizes[n] ?? 12;
    for (const text of group.filter((one) => one !== "").flatMap((one) => wrapped(one, (width - 2 * MARGIN) / (size * 0.52)))) {
      y += size * 1.45;
      lines.push({ text, y: Math.round(y), size });
    }
  });
  return { lines, height: Math.round(y + MARGIN * 0.75) };
}

/** At blanks; a word that is longer than a line, as an address may be, where the line ends. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (let word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > most) {
      lines.push(line);
      line = "";
    }
    for (; word.length > most; word = word.slice(Math.floor(most))) lines.push(word.slice(0, Math.floor(most)));
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

export function textOf(picture: SVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}

/** Twice as fine as the screen's: it is printed and put on slides. */
const FINER = 2;

export async function pngOf(picture: SVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(textOf(picture))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * FINER, image.naturalHeight * FINER];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser made no picture"))), "image/png");
  });
}

/** What the stylesheet says of a drawing of the page, written into a copy of it. */
export function standalone(drawing: SVGElement): SVGElement {
  const copy = drawing.cloneNode(true) as SVGElement;
  const [from, to] = [drawing.querySelectorAll("*"), copy.querySelectorAll<SVGElement>("*")];
  to.forEach((element, n) => {
    const original = from[n];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of STYLED) element.setAttribute(name, style.getPropertyValue(name));
  });
  return copy;
}

const STYLED = ["fill", "stroke", "stroke-width", "opacity", "fill-opacity", "stroke-opacity", "font-size", "font-weight"];
