// A drawn map of countries: whoever points at a circle sees that country's lines alone; a finger's first touch does the same.

/** What links of a map say they belong to: "DE FR" for a line, "DE" for a circle. */
const codes = (link: Element): string[] => (link.getAttribute("data-of") ?? "").split(" ");

function alone(map: SVGSVGElement, code: string | null): void {
  map.classList.toggle("alone", code !== null);
  const kept = [...map.querySelectorAll("a[data-of]")].filter((link) => code !== null && codes(link).includes(code));
  const ends = new Set(kept.flatMap(codes));
  for (const link of map.querySelectorAll("a[data-of]")) {
    const of = codes(link);
    link.classList.toggle("kept", kept.includes(link) || (of.length === 1 && of.every((end) => ends.has(end))));
  }
}

export function flows(): void {
  for (const map of document.querySelectorAll<SVGSVGElement>("svg[data-flows]")) {
    let shown: string | null = null;
    const show = (target: EventTarget | null): void => {
      const link = target instanceof Element ? target.closest("a[data-of]") : null;
      const of = link ? codes(link) : [];
      shown = of.length === 1 ? (of[0] ?? null) : null;
      alone(map, shown);
    };
    map.addEventListener("pointerover", (event) => event.pointerType !== "touch" && show(event.target));
    map.addEventListener("pointerleave", () => show(null));
    map.addEventListener("focusin", (event) => show(event.target));
    map.addEventListener("focusout", () => show(null));
    map.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[data-of]") : null;
      if (!link || !(event instanceof PointerEvent) || event.pointerType !== "touch") return;
      const [code, other] = codes(link);
      if (other !== undefined || code === shown) return;
      event.preventDefault();
      show(link);
    });
  }
}
