// From degrees to the plane of the map (Mercator, the world 1,000 wide) and from there to the screen.

export interface Point {
  x: number;
  y: number;
}

/** What the screen shows: the middle in the plane, and the zoom: at 0 the world is 512 pixels wide. */
export interface Camera extends Point {
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export const WORLD = 1_000;
const TILE = 512;
/** Where Mercator's map is as high as it is wide. */
const HIGHEST = 85.0511;

export function toPlane(lat: number, lon: number): Point {
  const sine = Math.sin((Math.max(-HIGHEST, Math.min(HIGHEST, lat)) * Math.PI) / 180);
  return { x: (lon / 360 + 0.5) * WORLD, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD };
}

export function toDegrees({ x, y }: Point): { lat: number; lon: number } {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI;
  return { lat, lon: ((((x / WORLD) % 1) + 1) % 1) * 360 - 180 };
}

/** Pixels to a unit of the plane. */
export function scaleOf({ zoom }: Camera): number {
  return (TILE * 2 ** zoom) / WORLD;
}

/** The copy of the point that is nearest to the middle of the screen. */
export function toScreen(camera: Camera, { width, height }: Size, point: Point): Point {
  const scale = scaleOf(camera);
  const x = point.x + WORLD * Math.round((camera.x - point.x) / WORLD);
  return { x: (x - camera.x) * scale + width / 2, y: (point.y - camera.y) * scale + height / 2 };
}

export function fromScreen(camera: Camera, { width, height }: Size, at: Point): Point {
  const scale = scaleOf(camera);
  return { x: camera.x + (at.x - width / 2) / scale, y: camera.y + (at.y - height / 2) / scale };
}

const MOST_ZOOM = 9;

/** Never wider than the world, and never beyond its northern and southern ends. */
export function within(camera: Camera, { width, height }: Size): Camera {
  const least = Math.log2(Math.max(width, height * 1.1) / TILE);
  const zoom = Math.max(least, Math.min(MOST_ZOOM, camera.zoom));
  const half = height / 2 / scaleOf({ ...camera, zoom });
  const [top, bottom] = [toPlane(84, 0).y + half, toPlane(-60, 0).y - half];
  const y = top > bottom ? (top + bottom) / 2 : Math.max(top, Math.min(bottom, camera.y));
  return { x: ((camera.x % WORLD) + WORLD) % WORLD, y, zoom };
}

/** The camera that shows all of these, measured eastward and westward from the first. */
export function around(points: Point[], size: Size): Camera | null {
  const [first] = points;
  if (!first) return null;
  const xs = points.map(({ x }) => nearTo(first.x, x));
  const ys = points.map(({ y }) => y);
  const [left, right] = [least(xs), -least(xs.map((x) => -x))];
  const [top, bottom] = [least(ys), -least(ys.map((y) => -y))];
  const room = Math.min((size.width * 0.8) / Math.max(right - left, 1), (size.height * 0.75) / Math.max(bottom - top, 1));
  const zoom = Math.min(5, Math.log2((room * WORLD) / TILE));
  return within({ x: (left + right) / 2, y: (top + bottom) / 2, zoom }, size);
}

function least(numbers: number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Infinity);
}

/** The copy of `x` that is within half a world of `from`. */
export function nearTo(from: number, x: number): number {
  return x - WORLD * Math.round((x - from) / WORLD);
}

/** What of the plane is on the screen. */
export interface View {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function viewOf(camera: Camera, { width, height }: Size): View {
  const scale = scaleOf(camera);
  const [w, h] = [width / 2 / scale, height / 2 / scale];
  return { left: camera.x - w, right: camera.x + w, top: camera.y - h, bottom: camera.y + h };
}

export function holds(view: View, { x, y }: Point): boolean {
  const near = nearTo((view.left + view.right) / 2, x);
  return near >= view.left && near <= view.right && y >= view.top && y <= view.bottom;
}
