// A path that is written as text: what a canvas strokes, an SVG file has as `d`.

export class Outline {
  d = "";

  moveTo(x: number, y: number): void {
    this.d += `M${at(x)} ${at(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.d += `L${at(x)} ${at(y)}`;
  }

  quadraticCurveTo(x: number, y: number, toX: number, toY: number): void {
    this.d += `Q${at(x)} ${at(y)} ${at(toX)} ${at(toY)}`;
  }

  closePath(): void {
    this.d += "Z";
  }
}

/** In the plane of the map: at the nearest zoom a tenth of a pixel is less than this. */
function at(n: number): string {
  return String(Math.round(n * 1000) / 1000);
}
