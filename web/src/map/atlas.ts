// What the map asks the server for: places and the ties between them on one day.

import { mounted } from "../mount";
import { daysOf, decode, drawn, type Columns } from "./columns";

export const LAYERS = ["agreements", "networks", "events", "offices", "acts", "programmes"] as const;
export type Layer = (typeof LAYERS)[number];

/** What a reader calls a tie of each layer. */
export const LAYER_WORDS: Record<Layer, string> = {
  agreements: "signed agreements",
  networks: "shared networks",
  events: "shared events",
  offices: "offices abroad",
  acts: "resolutions and laws",
  programmes: "shared programmes",
};

export interface Place {
  id: string;
  name: string;
  country: string;
  lat: number;
  lon: number;
  ties: number;
}

/** `a` and `b` are indexes into the places; `n` is how many ties this line stands for. */
export interface Tie {
  a: number;
  b: number;
  layer: Layer;
  basis: "observed" | "carried";
  n: number;
}

export interface Atlas {
  at: string;
  known: string;
  places: Place[];
  ties: Tie[];
  note: string;
}

/** The page's fixed question; only `at` changes while the reader drags the year. */
export interface Question {
  src: string;
  at: string;
  known: string;
  entity: string;
  layer: string;
}

export function questionOf(root: HTMLElement): Question {
  const { src = mounted("/api/v1/map"), at = "", known = "", entity = "", layer = "" } = root.dataset;
  return { src, at, known, entity, layer };
}

const columns = new Map<string, Promise<Columns>>();
const answers = new Map<string, Promise<Atlas>>();

/** Asks once for all days, so that dragging time asks for nothing. Rejects with a sentence. */
export async function ask(question: Question): Promise<Atlas> {
  const day = question.at === "" ? new Date().toISOString().slice(0, 10) : question.at;
  const days = daysOf(day);
  if (!days) return once(answers, addressOf(question.src, question), async (url) => (await read(url)).json() as Promise<Atlas>);
  const all = addressOf(`${question.src}.bin`, { ...question, layer: "", at: "" });
  const held = await once(columns, all, async (url) => decode(await (await read(url)).arrayBuffer()));
  const wanted = question.layer.split(",").filter((layer) => layer !== "");
  const atlas = drawn(held, day, days);
  return wanted.length === 0 ? atlas : { ...atlas, ties: atlas.ties.filter(({ layer }) => wanted.includes(layer)) };
}

function addressOf(src: string, { at, known, entity, layer }: Omit<Question, "src">): URL {
  const address = new URL(src, document.baseURI);
  for (const [key, value] of Object.entries({ at, known, entity, layer })) {
    if (value !== "") address.searchParams.set(key, value);
  }
  return address;
}

function once<T>(kept: Map<string, Promise<T>>, address: URL, make: (address: URL) => Promise<T>): Promise<T> {
  const held = kept.get(address.href);
  if (held) return held;
  const answer = make(address);
  kept.set(address.href, answer);
  answer.catch(() => kept.delete(address.href));
  return answer;
}

async function read(address: URL): Promise<Response> {
  const reply = await fetch(address, { headers: { accept: "application/octet-stream, application/json" } });
  if (!reply.ok) throw new Error(await reason(reply));
  return reply;
}

/** The server explains a refusal as problem+json; anything else gets its status. */
async function reason(reply: Response): Promise<string> {
  const problem: unknown = await reply.json().catch(() => null);
  if (typeof problem === "object" && problem !== null && "detail" in problem) return String(problem.detail);
  return `the server answered ${reply.status}`;
}
