// The explorer: asks once for the ties, then every view, filter and day is drawn from them.

import { mounted } from "../mount";
import { brush } from "./brush";
import { fetchColumns, type Columns } from "./columns";
import { node } from "./dom";
import { facets } from "./facets";
import { byYear, shownOf, type Shown } from "./filter";
import { graphOf } from "./graph";
import { lives, yearsOf } from "./lives";
import { side } from "./side";
import { stage } from "./stage";
import { addressOf as lookAddress, store, type Look, type Store } from "./store";
import { table } from "./table";
import { tabs } from "./tabs";
import { take } from "./take";
import { wheel } from "./wheel";
import { sentence } from "./words";

export async function explore(root: HTMLElement): Promise<void> {
  try {
    open(root, await fetchColumns(addressOf(root)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    root.replaceChildren(node("p", { class: "notice wrong", role: "status" }, `The ties could not be loaded: ${reason}. The list has the same ties.`));
  }
  root.dataset.ready = "true";
}

/** What the server narrows: whose ties, as known when. The day is not asked for: the columns have all of them. */
function addressOf({ dataset }: HTMLElement): URL {
  const { src = mounted("/api/v1/map.bin"), known = "", entity = "", with: other = "" } = dataset;
  const address = new URL(src, document.baseURI);
  for (const [name, value] of Object.entries({ known, entity, with: other })) {
    if (value !== "") address.searchParams.set(name, value);
  }
  return address;
}

function open(root: HTMLElement, columns: Columns): void {
  const today = root.dataset.today ?? new Date().toISOString().slice(0, 10);
  const years = yearsOf(today);
  const [filters, when] = [node("fieldset", { class: "filters" }, node("legend", {}, "What")), node("fieldset", { class: "when-years" })];
  const status = node("p", { role: "status", class: "said" });
  const aside = node("aside", { class: "beside-view", "aria-label": "What is shown, as a list" });
  const list = document.getElementById("ties");
  const subject = { id: root.dataset.entity ?? "", name: root.dataset.name ?? "" };
  let shown: Shown | null = null;

  const looks: Store = store((look, before) => show(look, before));
  const choose = (of: string): void => {
    // A cluster is nothing that could be chosen: the map shows its places.
    if (!map.enter(of)) looks.commit({ of: looks.look.of === of ? "" : of });
    // What was pressed may be gone from the list: whoever has no mouse goes on from its head.
    if (document.activeElement === document.body) aside.querySelector("h2")?.focus();
  };
  const views = tabs((view) => looks.commit({ view }));
  const map = stage(views.panels.map, choose, (scene) => {
    if (shown?.look.view === "map") side(aside, shown, scene, choose);
  });
  const away = take(root, { map: map.picture, network: () => views.panels.network.querySelector<SVGElement>("svg"), years });
  root.replaceChildren(
    node("div", { class: "controls" }, filters, when),
    node("div", { class: "bar" }, views.list, away.root, status),
    node("div", { class: "views" }, ...Object.values(views.panels), aside),
  );
  const [what, time] = [facets(filters, columns, looks), brush(when, looks, years)];

  const show = (look: Look, before: Look | null): void => {
    const next = shownOf(columns, look, today);
    views.show(look.view);
    if (!next) {
      // A day that was typed here or is gone back to: the list below is of the day that the page came with.
      if (before) return location.reload();
      status.textContent = `${look.at} is a date that only the list below can show.`;
      if (list) list.hidden = false;
      return;
    }
    shown = next;
    if (list) list.hidden = true;
    status.textContent = sentence(next);
    what.show(next);
    if (written) written.value = look.at;
    time.show(look.at, byYear(next, years.first, years.last));
    aside.hidden = look.view === "table" || look.view === "timeline";
    if (before && before.of !== look.of) map.turn(next);
    draw(next);
    away.show(next);
  };
  const draw = (next: Shown): void => {
    const { panels } = views;
    if (next.look.view === "map") return map.show(next);
    if (next.look.view === "timeline") return lives(panels.timeline, next, years);
    if (next.look.view === "table") return table(panels.table, next, looks);
    wheel(panels.network, graphOf(next, subject), choose);
    side(aside, next, null, choose);
  };

  window.addEventListener("popstate", () => map.restore());
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && looks.look.of !== "") looks.commit({ of: "" });
  });
  const written = writtenDay(when, looks);
  show(looks.look, null);
  if (shown && !map.restore()) map.turn(shown);
}

/** The field for a day is the page's own: what this page can read needs no new one. */
function writtenDay(when: HTMLElement, looks: Store): HTMLInputElement | null {
  const form = document.querySelector<HTMLFormElement>("form.clock");
  const field = form?.elements.namedItem("at");
  const known = form?.elements.namedItem("known");
  if (!form || !(field instanceof HTMLInputElement)) return null;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const at = field.value.trim();
    if (!(known instanceof HTMLInputElement) || known.value === known.defaultValue) return looks.commit({ at });
    // What was on file then is another page, with the same look.
    const address = lookAddress({ ...looks.look, at });
    address.searchParams.set("known", known.value.trim());
    location.assign(address);
  });
  when.append(form);
  return field;
}
