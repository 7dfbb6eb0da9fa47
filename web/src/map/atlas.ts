// What the map asks the server for: places and the ties between them on one day.

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
  certainty: "confirmed" | "possible";
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
  const { src = "/api/v1/map", at = "", known = "", entity = "", layer = "" } = root.dataset;
  return { src, at, known, entity, layer };
}

const MOST_KEPT = 40;
const answers = new Map<string, Promise<Atlas>>();

/** Asks once per address, so that dragging back over a year costs nothing. Rejects with a sentence. */
export function ask(question: Question): Promise<Atlas> {
  const { src, ...asked } = question;
  const address = new URL(src, document.baseURI);
  for (const [key, value] of Object.entries(asked)) {
    if (value !== "") address.searchParams.set(key, value);
  }
  const kept = answers.get(address.href);
  if (kept) return kept;
  const answer = read(address);
  answers.set(address.href, answer);
  answer.catch(() => answers.delete(address.href));
  const oldest = answers.keys().next().value;
  if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest);
  return answer;
}

async function read(address: URL): Promise<Atlas> {
  const reply = await fetch(address, { headers: { accept: "application/json" } });
  if (!reply.ok) throw new Error(await reason(reply));
  return (await reply.json()) as Atlas;
}

/** The server explains a refusal as problem+json; anything else gets its status. */
async function reason(reply: Response): Promise<string> {
  const problem: unknown = await reply.json().catch(() => null);
  if (typeof problem === "object" && problem !== null && "detail" in problem) return String(problem.detail);
  return `the server answered ${reply.status}`;
}
