// The map of all days at once (docs/API.md, "The map of all days"), asked for once.

export const LAYERS = ["agreements", "networks", "events", "offices", "acts", "programmes"] as const;
export type Layer = (typeof LAYERS)[number];

export interface Place {
  id: string;
  name: string;
  country: string;
  lat: number;
  lon: number;
  /** Another place that lends its point. */
  drawnAt: string | undefined;
}

interface Head {
  format: string;
  known: string;
  note: string;
  layers: string[];
  countries: string[];
  nations: string[];
  ids: string[];
  names: string[];
  drawn_at: Record<string, string>;
  ties: number;
  stretches: number;
  states: string[];
  interruptions: number;
  searched: Record<string, string[] | null>;
}

/** Spans of days, some for each tie; those of tie `i` are from `first[i]` to before `first[i + 1]`. */
export interface Spans {
  first: Uint32Array;
  from: Int32Array;
  to: Int32Array;
  /** Of days on record 1 where evidence reaches them; of others the state, as an index into `states`. */
  what: Uint8Array;
}

export interface Columns {
  known: string;
  note: string;
  layers: Layer[];
  states: string[];
  places: Place[];
  /** Codes of countries, and by place an index into them. */
  countries: string[];
  country: Uint16Array;
  /** Names of countries by their code. */
  nations: Map<string, string>;
  a: Int32Array;
  b: Int32Array;
  layer: Layer[];
  dated: Uint8Array;
  sources: Uint8Array;
  onRecord: Spans;
  against: Spans;
  /** By layer the codes of countries in which somebody looked for such ties; `null`: everywhere. */
  searched: Record<string, string[] | null>;
}

const FORMAT = "comity-map/1";
const DEGREE = 1e5;

/** Rejects with a sentence. */
export async function fetchColumns(address: URL): Promise<Columns> {
  const reply = await fetch(address, { headers: { accept: "application/octet-stream, application/json" } });
  if (!reply.ok) throw new Error(await reason(reply));
  return decode(await reply.arrayBuffer());
}

/** The server explains a refusal as problem+json; anything else gets its status. */
async function reason(reply: Response): Promise<string> {
  const problem: unknown = await reply.json().catch(() => null);
  if (typeof problem === "object" && problem !== null && "detail" in problem) return String(problem.detail);
  return `the server answered ${reply.status}`;
}

/** Throws with a sentence where the bytes are not what they should be. */
export function decode(buffer: ArrayBuffer): Columns {
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as Head;
  if (head.format !== FORMAT) throw new Error(`the ties came as ${head.format}, which this page does not read`);
  const take = reader(buffer, 4 + length);
  const { ids, countries, nations, ties, stretches, interruptions } = head;
  const [lat, lon, country] = [take.integers(ids.length), take.integers(ids.length), take.shorts(ids.length)];
  const [a, b, layers] = [take.integers(ties), take.integers(ties), take.small(ties)];
  const onRecord = take.spans(take.shorts(ties), stretches);
  const [dated, sources] = [take.small(ties), take.small(ties)];
  const against = take.spans(take.shorts(ties), interruptions);
  const known = head.layers.map((word) => LAYERS.find((layer) => layer === word) ?? "agreements");
  const places = ids.map((id, i) => ({
    id,
    name: head.names[i] ?? id,
    country: countries[country[i] ?? 0] ?? "",
    lat: (lat[i] ?? 0) / DEGREE,
    lon: (lon[i] ?? 0) / DEGREE,
    drawnAt: head.drawn_at[i],
  }));
  return {
    known: head.known,
    note: head.note,
    layers: known,
    states: head.states,
    places,
    countries,
    country,
    nations: new Map(countries.map((code, i) => [code, nations[i] ?? code])),
    a,
    b,
    layer: Array.from(layers, (n) => known[n] ?? "agreements"),
    dated,
    sources,
    onRecord,
    against,
    searched: head.searched ?? {},
  };
}

/** Takes one column after the other, each from a multiple of four bytes. */
function reader(buffer: ArrayBuffer, start: number) {
  let at = padded(start);
  const take = <T>(bytes: number, make: (offset: number) => T): T => {
    const column = make(at);
    at = padded(at + bytes);
    return column;
  };
  const integers = (n: number) => take(4 * n, (offset) => new Int32Array(buffer, offset, n));
  const shorts = (n: number) => take(2 * n, (offset) => new Uint16Array(buffer, offset, n));
  const small = (n: number) => take(n, (offset) => new Uint8Array(buffer, offset, n));
  const spans = (lengths: Uint16Array, n: number): Spans => {
    const first = new Uint32Array(lengths.length + 1);
    lengths.forEach((count, i) => (first[i + 1] = (first[i] ?? 0) + count));
    return { first, from: integers(n), to: integers(n), what: small(n) };
  };
  return { integers, shorts, small, spans };
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
